import type { ResultIndicator } from '../model/result.ts';

/** Admissible scores spelt out; of more than this many only the ends are told. */
const mostScores = 6;

/** What the rule and the evidence leave of a row's score: one value, a set, a range, or `–`. */
export function describeRecomputed({ rescored }: ResultIndicator): string {
  const { expected, admissible, range } = rescored;
  if (expected !== null) return expected;
  if (admissible !== null && admissible.length > 0) {
    if (admissible.length <= mostScores) return `{${admissible.join(', ')}}`;
    return `{${admissible[0]}, …, ${admissible.at(-1)}}`;
  }
  if (range === null) return '–';
  return range[0] === range[1] ? range[0] : `${range[0]} – ${range[1]}`;
}

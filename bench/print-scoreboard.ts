import {
  addTallies,
  cellTally,
  kinds,
  noTallies,
  type Tallies,
  type Tally,
} from '../tests/generator/scoreboard/tally.ts';

/** Prints one line a group: how much of what is printed was read right, and how many errors are not in the document. */
export function printScoreboard(groups: ReadonlyMap<string, Tallies>): void {
  const shown = ['assessments', 'rows', 'scores', 'totals', 'units', 'verdicts', 'findings'] as const;
  console.log(['line', 'cells', ...shown, 'false errors'].join('\t'));
  const all = [...groups.values()].reduce(addTallies, noTallies);
  for (const [group, tallies] of [...groups, ['all', all] as const]) {
    const { reported, right } = tallies.accusations;
    const figures = [cellTally(tallies), ...shown.map((kind) => tallies[kind])].map(percent);
    console.log([group, ...figures, String(reported - right)].join('\t'));
  }
  const wrong = kinds.filter((kind) => !['findings', 'accusations'].includes(kind));
  const misread = wrong.map((kind) => `${kind} ${all[kind].reported - all[kind].right}`);
  console.log(`read wrong: ${misread.join(', ')}`);
}

const percent = ({ right, expected }: Tally): string =>
  expected === 0 ? '–' : `${((100 * right) / expected).toFixed(1)}%`;

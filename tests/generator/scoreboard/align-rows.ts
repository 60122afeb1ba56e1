import type { ResultIndicator } from '../../../model/result.ts';
import { matchKey } from '../../../text/fold.ts';
import type { ExpectedRow } from './expected.ts';

/**
 * For each reported row the index of the expected row that it stands for, in order, or `undefined`. The alignment of
 * greatest likeness (Needleman and Wunsch 1970, gaps cost nothing).
 */
export function alignRows(
  reported: readonly ResultIndicator[],
  expected: readonly ExpectedRow[],
): readonly (number | undefined)[] {
  const best: number[][] = Array.from({ length: reported.length + 1 }, () =>
    new Array<number>(expected.length + 1).fill(0),
  );
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = reported.length - 1; row >= 0; row -= 1)
    for (let column = expected.length - 1; column >= 0; column -= 1) {
      const joined = likenessAt(reported[row], expected[column]);
      const line = best[row];
      if (line)
        line[column] = Math.max(
          at(row + 1, column),
          at(row, column + 1),
          joined > 0 ? joined + at(row + 1, column + 1) : 0,
        );
    }
  const aligned: (number | undefined)[] = [];
  let column = 0;
  for (let row = 0; row < reported.length; row += 1) {
    while (column < expected.length && at(row, column) === at(row, column + 1)) column += 1;
    const joined = likenessAt(reported[row], expected[column]);
    if (joined > 0 && at(row, column) === joined + at(row + 1, column + 1)) {
      aligned.push(column);
      column += 1;
    } else aligned.push(undefined);
  }
  return aligned;
}

function likenessAt(reported: ResultIndicator | undefined, expected: ExpectedRow | undefined): number {
  if (!reported || !expected) return 0;
  const same = (left: string | null | undefined, right: string | null | undefined) =>
    left !== null && left !== undefined && left !== '' && matchKey(left) === matchKey(right ?? '');
  let likeness = 0;
  if (same(reported.path.at(-1), expected.path.at(-1))) likeness += 4;
  if (same(reported.standard, expected.clue)) likeness += 4;
  if (same(reported.maxScore, expected.maxScore ?? expected.impliedMax)) likeness += 1;
  if (same(reported.selfScore, expected.selfScore)) likeness += 1;
  return likeness;
}

import type { RuledCell } from '../geometry/ruled-cells.ts';
import { isDash, isFigureOrPair, withoutLookAlikes } from './figure-text.ts';

/** Share of a column's cells that must be figures (`design`: measured), and how many there must be. */
const figureShare = 0.6;
const fewest = 2;

/** The columns of each table that hold figures, as `table,column`; heads and empty cells do not count against them. */
export function figureColumns(
  cells: readonly { readonly cell: RuledCell; readonly text: string }[],
): ReadonlySet<string> {
  const columns = new Map<string, { figures: number; others: number }>();
  for (const { cell, text } of cells) {
    if (cell.columnSpan > 1 || text === '' || isDash(text)) continue;
    const key = columnKey(cell);
    const count = columns.get(key) ?? { figures: 0, others: 0 };
    columns.set(key, count);
    if (isFigureOrPair(withoutLookAlikes(text))) count.figures += 1;
    // The head of a column stands in its first rows.
    else if (cell.row > 1) count.others += 1;
  }
  return new Set(
    [...columns]
      .filter(([, { figures, others }]) => figures >= fewest && figures >= figureShare * (figures + others))
      .map(([key]) => key),
  );
}

export const columnKey = ({ table, column }: RuledCell): string => `${table},${column}`;

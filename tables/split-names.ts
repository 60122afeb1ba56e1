import type { LineCell, RowLine } from './line.ts';
import type { Column, Header } from './recognize-header.ts';

const levels = ['level1', 'level2', 'level3', 'level4'] as const;

/**
 * 评价指标 over several columns names all levels at once: where the rows below divide what it spans, each part is a level.
 * Only drawn tables with a single column of names are looked at.
 */
export function splitNames(header: Header, below: readonly RowLine[]): Header {
  const names = header.columns.filter(({ role }) => levels.some((level) => level === role));
  const [only] = names;
  if (only === undefined || names.length > 1 || only.end - only.start < 2) return header;
  const starts = [only.start, ...cutsInside(only, below)];
  if (starts.length < 2 || starts.length > levels.length) return header;
  const parts = starts.flatMap((start, index): readonly Column[] => {
    const role = levels[index];
    return role === undefined ? [] : [{ role, start, end: starts[index + 1] ?? only.end }];
  });
  return { ...header, columns: header.columns.flatMap((column) => (column === only ? parts : [column])) };
}

/** Columns inside the span at which a cell begins in at least half of the rows below. */
function cutsInside({ start, end }: Column, below: readonly RowLine[]): readonly number[] {
  const drawn = below.filter(({ arrangement }) => arrangement === 'drawn');
  const beginsAt = (at: number) => (cell: LineCell) => cell.column === at;
  const columns = Array.from({ length: end - start - 1 }, (_, index) => start + 1 + index);
  return columns.filter((at) => {
    const rows = drawn.filter(({ cells }) => cells.some(beginsAt(at)));
    return rows.length * 2 >= drawn.length && rows.length >= 2;
  });
}

import { isFigure } from './chunks.ts';
import type { JoinedCell, JoinedTable } from './joined-table.ts';
import { lineJoint } from './text-rows.ts';

/** Rows of the body that must be known before blank cells say anything. */
const fewestBodyRows = 3;

/** Share of the body's rows in which a column is filled, for it to be one that no row leaves blank. */
const alwaysFilled = 0.9;

/** Characters up to which a column's text is short: a name, points or a score, not a sentence that runs over pages. */
const shortText = 12;

/** Share of numbers from which a column is one of numbers (its heading is none). */
const mostlyFigures = 0.7;

const isBlank = (cell: JoinedCell | undefined): boolean => cell === undefined || cell.text.trim() === '';

const isOpenBelow = (cell: JoinedCell): boolean => cell.open === 'below' || cell.open === 'both';
const isOpenAbove = (cell: JoinedCell): boolean => cell.open === 'above' || cell.open === 'both';

/** What a table shows along one of its edges, by the column that a cell begins in. */
type Edge = ReadonlyMap<number, JoinedCell>;

/** Looks from the end on, until the whole width is found: a table over many pages has few cells in its last row. */
function lastEdge({ cells, rowCount, columnCount }: JoinedTable): Edge {
  const found: JoinedCell[] = [];
  let width = 0;
  for (let index = cells.length - 1; index >= 0 && width < columnCount; index -= 1) {
    const cell = cells[index];
    if (!cell || cell.row + cell.rowSpan !== rowCount) continue;
    found.push(cell);
    width += cell.columnSpan;
  }
  return new Map(found.reverse().map((cell) => [cell.column, cell]));
}

const firstEdge = (table: JoinedTable): Edge =>
  new Map(table.cells.filter((cell) => cell.row === 0).map((cell) => [cell.column, cell]));

const sameColumns = (one: JoinedCell | undefined, other: JoinedCell | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.column === other.column &&
  one.columnSpan === other.columnSpan;

/** A column of short texts that hardly any row of the body leaves blank; `figures`: they are numbers. */
type KeyColumn = { readonly column: number; readonly figures: boolean };

function keyColumns(upper: JoinedTable, lower: JoinedTable): readonly KeyColumn[] {
  const body = [
    ...upper.cells.filter((cell) => cell.row + 1 < upper.rowCount),
    ...lower.cells.filter((cell) => cell.row > 0),
  ].filter((cell) => cell.rowSpan === 1 && cell.columnSpan === 1);
  const byColumn = Map.groupBy(body, (cell) => cell.column);
  return [...byColumn].flatMap(([column, cells]) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    const length = filled.reduce((sum, cell) => sum + cell.text.length, 0) / Math.max(filled.length, 1);
    const isKey =
      cells.length >= fewestBodyRows && filled.length >= alwaysFilled * cells.length && length <= shortText;
    const figures = filled.filter((cell) => isFigure(cell.text)).length >= mostlyFigures * filled.length;
    return isKey ? [{ column, figures }] : [];
  });
}

/**
 * Can the row be no row of its own, only the rest of `other`? Two columns that no row leaves blank are blank in it, one of
 * them a column of figures, and whatever it holds stands below text of the other row.
 */
function isRest(row: Edge, other: Edge, keys: readonly KeyColumn[]): boolean {
  const held = [...row.values()].filter((cell) => !isBlank(cell));
  const missing = keys.filter(({ column }) => isBlank(row.get(column)) && !isBlank(other.get(column)));
  return (
    held.length > 0 &&
    missing.length >= 2 &&
    missing.some(({ figures }) => figures) &&
    held.every((cell) => !isBlank(other.get(cell.column)))
  );
}

/** Columns in which one row has words and the other a figure, from which on they are a heading and its values. */
const headedColumns = 2;

/**
 * Could the two be parts of one row: no column has a figure in both, no two columns have words above a figure, and some column is
 * filled in one of them only? Cells over several rows say nothing: their rest is blank on every page.
 */
function complement(last: Edge, first: Edge): boolean {
  const pairs = [...first]
    .map(([column, below]) => ({ above: last.get(column), below }))
    .filter(({ above, below }) => (above?.rowSpan ?? 1) === 1 || below.rowSpan === 1);
  const doubled = pairs.some(({ above, below }) => isFigure(above?.text ?? '') && isFigure(below.text));
  const headed = pairs.filter(
    ({ above, below }) => !isBlank(above) && !isFigure(above?.text ?? '') && isFigure(below.text),
  );
  return (
    !doubled &&
    headed.length < headedColumns &&
    pairs.some(({ above, below }) => isBlank(above) !== isBlank(below))
  );
}

/** Does a page break cut the last row of `upper`, so that the first row of `lower` is its rest, and how is that told? */
function rowCut(
  upper: JoinedTable,
  lower: JoinedTable,
  head: 'repeated' | 'none',
): 'none' | 'drawn' | 'inferred' {
  const [last, first] = [lastEdge(upper), firstEdge(lower)];
  if ([...first].some(([column, cell]) => !sameColumns(last.get(column), cell)) || first.size !== last.size)
    return 'none';
  const single = [...last.values()].filter((cell) => cell.rowSpan === 1);
  const rowCells = single.length > 0 ? single : [...last.values()];
  // Browsers leave out the line between two whole rows as well, so an open side alone proves nothing.
  if (!complement(last, first)) return 'none';
  if (rowCells.every(isOpenBelow)) return 'drawn';
  if (head === 'none' && [...first.values()].every(isOpenAbove)) return 'drawn';
  const keys = keyColumns(upper, lower);
  return isRest(first, last, keys) || isRest(last, first, keys) ? 'inferred' : 'none';
}

/** Columns in which cells reach over several rows: the levels above a row. */
function groupColumns(tables: readonly JoinedTable[]): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const { cells } of tables) for (const cell of cells) if (cell.rowSpan > 1) columns.add(cell.column);
  return columns;
}

/** Columns, from the left, whose cell goes on over the page break. */
function openGroups(upper: JoinedTable, lower: JoinedTable): ReadonlySet<number> {
  const [last, first] = [lastEdge(upper), firstEdge(lower)];
  const groups = groupColumns([upper, lower]);
  const open = new Set<number>();
  let reach = 0;
  for (;;) {
    const [above, below] = [last.get(reach), first.get(reach)];
    if (!above || !below || !sameColumns(above, below) || !groups.has(reach)) break;
    const onlyOne = isBlank(above) !== isBlank(below);
    const bySide = isOpenBelow(above) && (below.open === undefined || isOpenAbove(below));
    if (!onlyOne && !bySide) break;
    open.add(reach);
    reach += above.columnSpan;
  }
  return open;
}

function merged(above: JoinedCell, below: JoinedCell, overlap: 0 | 1): JoinedCell {
  const { open: _, ...rest } = above;
  const text =
    isBlank(above) || isBlank(below)
      ? above.text + below.text
      : above.text + lineJoint(above.text, below.text) + below.text;
  const cell = {
    ...rest,
    text,
    rowSpan: above.rowSpan + below.rowSpan - overlap,
    parts: [...above.parts, ...below.parts],
  };
  return isOpenBelow(below) ? { ...cell, open: 'below' } : cell;
}

/**
 * Sets a table's continuation (its repeated head taken off) below it: a row that the page break cut becomes one again,
 * cells over several rows that go on are one cell.
 */
export function appendFragment(
  upper: JoinedTable,
  lower: JoinedTable,
  head: 'repeated' | 'none',
): JoinedTable {
  const cut = rowCut(upper, lower, head);
  const overlap = cut === 'none' ? 0 : 1;
  const groups = overlap === 1 ? new Set(firstEdge(lower).keys()) : openGroups(upper, lower);
  const last = lastEdge(upper);
  const first = firstEdge(lower);
  const shift = upper.rowCount - overlap;
  const kept = [...upper.cells];
  for (const [column, cell] of last) {
    const below = groups.has(column) ? first.get(column) : undefined;
    if (below) kept[kept.lastIndexOf(cell)] = merged(cell, below, overlap);
  }
  const added = lower.cells
    .filter((cell) => !(cell.row === 0 && groups.has(cell.column)))
    .map((cell) => ({ ...cell, row: cell.row + shift }));
  return {
    ...upper,
    rowCount: shift + lower.rowCount,
    cells: kept.concat(added),
    completed: upper.completed + lower.completed,
    fragments: [...upper.fragments, ...lower.fragments],
    inferredRows: cut === 'inferred' ? [...upper.inferredRows, upper.rowCount - 1] : upper.inferredRows,
  };
}

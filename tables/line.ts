import type { Cell, Extraction, Grid } from '../model/extraction.ts';
import type { Place } from '../model/place.ts';
import { matchKey } from '../text/fold.ts';

/** A cell as a row of its grid sees it; blank cells are left out. */
export type LineCell = {
  readonly text: string;
  /** `matchKey` of the text: what labels are compared by. */
  readonly key: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** True when the cell began in a row above and spans into this one. */
  readonly fromAbove: boolean;
  readonly place: Place;
};

/** One row of a grid. */
export type RowLine = {
  readonly kind: 'row';
  readonly arrangement: Grid['arrangement'];
  /** Number of the grid in the document, from 0. */
  readonly grid: number;
  /** Its table has no lines; see `Grid`. */
  readonly isAligned?: boolean;
  readonly cells: readonly LineCell[];
  readonly place: Place;
};

export type ProseLine = {
  readonly kind: 'prose';
  readonly text: string;
  readonly key: string;
  readonly place: Place;
};

/** A document as one sequence of lines: what a person would read from top to bottom. */
export type Line = RowLine | ProseLine;

export function layLines(extraction: Extraction): readonly Line[] {
  let grids = 0;
  return extraction.blocks.flatMap((block): readonly Line[] => {
    if (block.kind === 'grid') return layGrid(block.grid, grids++);
    return block.text
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'prose', text, key: matchKey(text), place: block.place }));
  });
}

function layGrid(grid: Grid, number: number): readonly RowLine[] {
  const rows: LineCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) {
    if (cell.text.trim() === '') continue;
    const laid = layCell(cell);
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, grid.rowCount); row += 1) {
      rows[row]?.push(row === cell.row ? laid : { ...laid, fromAbove: true });
    }
  }
  return rows.flatMap((cells, row): readonly RowLine[] => {
    cells.sort((left, right) => left.column - right.column);
    if (grid.arrangement === 'ragged' && isLetterOfLabel(cells)) cells.shift();
    if (cells.length === 0) return [];
    const place = cells.find((cell) => !cell.fromAbove)?.place ?? cells[0]?.place ?? grid.place;
    const line: RowLine = {
      kind: 'row',
      arrangement: grid.arrangement,
      grid: number,
      cells,
      place: rowPlace(place, row),
    };
    return [grid.isAligned ? { ...line, isAligned: true } : line];
  });
}

/** 绩 | …, 效 | …, 指 | …: a label beside the whole block, written downwards, of which each row got one letter. */
function isLetterOfLabel([first]: readonly LineCell[]): boolean {
  return first !== undefined && /^[绩效指标完成情况项目资金年度总体预算执行]$/.test(first.text);
}

function layCell(cell: Cell): LineCell {
  const text = cell.text.trim();
  return {
    text,
    key: matchKey(text),
    column: cell.column,
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    fromAbove: false,
    place: cell.place,
  };
}

/** The place of a whole row: that of its first cell without the cell's own column and address. */
function rowPlace(place: Place, row: number): Place {
  const { column: _column, cell: _cell, box: _box, ...rest } = place;
  return { ...rest, row: place.row ?? row };
}

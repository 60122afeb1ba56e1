/** How a cell takes part in a merge with the one above or the one to the left. */
export type Merge = 'none' | 'first' | 'continued';

/** A cell as its row tells it: where it begins, how wide it is, and whether it continues another. */
export type RowCell<T> = {
  readonly column: number;
  readonly columnSpan: number;
  readonly vertical: Merge;
  readonly horizontal: Merge;
  readonly content: T;
};

/** A cell with its final spans. */
export type MergedCell<T> = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: T;
};

type Growing<T> = { -readonly [Key in keyof MergedCell<T>]: MergedCell<T>[Key] };

/**
 * Joins the cells of a Word table that continue others: downwards where the cell of the row above begins in the same
 * column, to the right within a row. A cell that continues nothing stands for itself.
 */
export function growMerges<T>(rows: readonly (readonly RowCell<T>[])[]): readonly MergedCell<T>[] {
  const cells: Growing<T>[] = [];
  let above = new Map<number, Growing<T>>();
  rows.forEach((row, index) => {
    const here = new Map<number, Growing<T>>();
    let left: Growing<T> | undefined;
    for (const cell of row) {
      const upper = above.get(cell.column);
      if (left && cell.horizontal === 'continued') {
        left.columnSpan += cell.columnSpan;
      } else if (upper && cell.vertical === 'continued') {
        upper.rowSpan = index - upper.row + 1;
        here.set(cell.column, upper);
        left = undefined;
      } else {
        const { column, columnSpan, content } = cell;
        left = { row: index, column, rowSpan: 1, columnSpan, content };
        cells.push(left);
        here.set(column, left);
      }
    }
    above = here;
  });
  return cells;
}

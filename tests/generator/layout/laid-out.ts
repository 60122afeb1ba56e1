/** A document before it has a format: what every writer writes. */

/** A cell at its anchor; columns count from 0, spans from 1. */
export type LaidCell = {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
};

export type LaidRow = {
  /**
   * `header` rows stand above the indicators and are repeated on later pages of page-wise text; `section` rows name a level of the
   * rows below or add up those above.
   */
  readonly kind: 'block' | 'header' | 'section' | 'indicator' | 'total' | 'grade';
  readonly cells: readonly LaidCell[];
};

export type LaidTable = { readonly columnCount: number; readonly rows: readonly LaidRow[] };

export type LaidBlock =
  | { readonly kind: 'title' | 'prose'; readonly text: string }
  | { readonly kind: 'table'; readonly table: LaidTable };

export type LaidDocument = { readonly blocks: readonly LaidBlock[] };

/** Puts texts side by side over the columns from `from` to `to` (excluded); later cells take what is left over. */
export function spread(texts: readonly string[], from: number, to: number): LaidCell[] {
  const each = Math.max(1, Math.floor((to - from) / Math.max(1, texts.length)));
  return texts.map((text, index) => {
    const column = from + index * each;
    const columnSpan = index === texts.length - 1 ? Math.max(1, to - column) : each;
    return { text, column, columnSpan, rowSpan: 1 };
  });
}

/** One text over several rows in the first column. */
export function label(text: string, rowSpan: number): LaidCell {
  return { text, column: 0, columnSpan: 1, rowSpan };
}

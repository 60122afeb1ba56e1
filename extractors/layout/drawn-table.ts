import type { Box } from '../../model/place.ts';

/** A cell of a table on one page; 0-based, `box` in points. */
export type DrawnCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly box: Box;
  /** Its upper or lower side lies on the table's edge and is not drawn: a page break may have cut it. */
  readonly open?: 'above' | 'below' | 'both';
};

/** How the columns of a table were told: from drawn lines or from the alignment of its text. */
export type Evidence = 'ruled' | 'aligned';

/** A table on one page; its cells tile `rowCount` × `columnCount` in row-major order. */
export type DrawnTable = {
  readonly page: number;
  readonly box: Box;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly DrawnCell[];
  readonly evidence: Evidence;
  /** Regions where a line had to be completed to get rectangles. */
  readonly completed: number;
  /** Sides between cells that no line shows but the text implies. */
  readonly impliedEdges?: number;
  /** Boxes of cells that may be several, with a side that is missing; they were left as drawn. */
  readonly doubtful?: readonly Box[];
};

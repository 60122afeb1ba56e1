import type { Block, Cell, Grid } from '../../model/extraction.ts';
import type { Box } from '../../model/place.ts';
import { findTables, withoutBoxes } from './find-tables.ts';
import type { PageTables } from './join-pages.ts';
import type { JoinedTable } from './joined-table.ts';
import type { PageContent } from './page-content.ts';
import { joinParagraphs, proseLines } from './paragraphs.ts';
import type { PageLines } from './running-lines.ts';

/**
 * Tables and prose of a page, tables only where its text can be used. `above` is the box of the last table on the page
 * before. Only seen glyphs should be given.
 */
export function layOutPage(
  content: PageContent,
  use: 'text' | 'picture',
  above: Box | undefined,
): PageTables {
  const tables = use === 'text' ? findTables(content, above) : [];
  const boxes = tables.map((table) => table.box);
  const lines = joinParagraphs(proseLines(withoutBoxes(content, boxes).glyphs), boxes);
  return { number: content.number, height: content.height, lines, tables };
}

function gridOf(joined: JoinedTable, table: number): Grid {
  const cells = joined.cells.map((cell): Cell => {
    const { row, column, rowSpan, columnSpan, text, parts } = cell;
    const [first, ...rest] = parts.map((part) => ({ page: part.page, table, row, column, box: part.box }));
    const placed = { row, column, rowSpan, columnSpan, text, place: first ?? { table, row, column } };
    return rest.length > 0 ? { ...placed, continued: rest } : placed;
  });
  const start = joined.fragments[0];
  return {
    arrangement: 'drawn',
    rowCount: joined.rowCount,
    columnCount: joined.columnCount,
    ...(joined.evidence === 'aligned' ? { isAligned: true } : {}),
    cells,
    place: start ? { page: start.page, table, box: start.box } : { table },
  };
}

type Placed = { readonly page: number; readonly top: number; readonly block: Block };

function proseOf(page: PageLines): readonly Placed[] {
  return page.lines.map(({ text, box }) => ({
    page: page.number,
    top: box[1],
    block: { kind: 'prose', text, place: { page: page.number, box } },
  }));
}

/** Prose and tables of a document in reading order; a table stands where its first fragment does. */
export function documentBlocks(
  pages: readonly PageTables[],
  tables: readonly JoinedTable[],
): readonly Block[] {
  const grids = tables.map((joined, index): Placed => {
    const start = joined.fragments[0];
    return {
      page: start?.page ?? 1,
      top: start?.box[1] ?? 0,
      block: { kind: 'grid', grid: gridOf(joined, index) },
    };
  });
  return [...pages.flatMap(proseOf), ...grids]
    .toSorted((a, b) => a.page - b.page || a.top - b.top)
    .map(({ block }) => block);
}

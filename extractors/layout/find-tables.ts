import type { Box } from '../../model/place.ts';
import { findAlignedTables } from './aligned-tables.ts';
import type { DrawnTable } from './drawn-table.ts';
import type { PageContent } from './page-content.ts';
import { findRuledTables, holdsCentre, medianTextSize } from './ruled-tables.ts';

/** What is left of a page without what lies in some boxes. */
export function withoutBoxes(page: PageContent, boxes: readonly Box[]): PageContent {
  if (boxes.length === 0) return page;
  return {
    ...page,
    glyphs: page.glyphs.filter((glyph) => !boxes.some((box) => holdsCentre(box, glyph.box))),
  };
}

/**
 * All tables of a page, top to bottom. Only glyphs that are seen should be given; `above` is the box of the last table on
 * the page before.
 */
export function findTables(page: PageContent, above?: Box): readonly DrawnTable[] {
  const textSize = medianTextSize(page.glyphs);
  const ruled = findRuledTables(page, textSize, above);
  const rest = withoutBoxes(
    page,
    ruled.map((table) => table.box),
  );
  const aligned = findAlignedTables(rest, textSize);
  return [...ruled, ...aligned].toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

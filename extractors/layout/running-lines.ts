import type { Box } from '../../model/place.ts';

/** A line of text outside tables. */
export type ProseLine = { readonly text: string; readonly box: Box };

/** A page's lines outside tables, top to bottom. */
export type PageLines = {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly ProseLine[];
};

/** Share of the page height at its top and bottom where headers and footers stand (2.54 cm margins of A4 are 8.6 %). */
const marginShare = 0.09;

const pageNumber =
  /^[-—–－·\s]*(?:第|page)?\s*\d{1,4}\s*(?:页|of|\/|／)?\s*(?:[,，]?\s*共)?\s*\d{0,4}\s*页?[-—–－·\s]*$/iu;

const shape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s/g, '');

function inMargin(line: ProseLine, page: PageLines): boolean {
  const [, top, , bottom] = line.box;
  return bottom < marginShare * page.height || top > (1 - marginShare) * page.height;
}

/** Does the other page have the same line (but for its digits) at the same height? */
export function isRepeated(line: ProseLine, other: PageLines): boolean {
  return other.lines.some(
    (mate) => shape(mate.text) === shape(line.text) && Math.abs(mate.box[1] - line.box[1]) <= 3,
  );
}

/** Is the line a page's header, footer or number, told by its place and by what other pages have there? */
export function isRunning(line: ProseLine, page: PageLines, neighbours: readonly PageLines[]): boolean {
  if (!inMargin(line, page)) return false;
  return pageNumber.test(line.text.trim()) || neighbours.some((other) => isRepeated(line, other));
}

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

const bare = (text: string): string => text.replace(/\s/g, '');

/** Footers count pages; in a header a number may be all that tells two forms apart. */
const shape = (text: string): string => bare(text).replace(/\d+/g, '#');

function inMargin(line: ProseLine, page: PageLines): boolean {
  const [, top, , bottom] = line.box;
  return bottom < marginShare * page.height || top > (1 - marginShare) * page.height;
}

/** Points by which a repeated line may move. */
const sameHeight = 3;

/** Does the other page have the same line at the same height? */
export function isRepeated(line: ProseLine, other: PageLines, as: (text: string) => string = bare): boolean {
  return other.lines.some(
    (mate) => as(mate.text) === as(line.text) && Math.abs(mate.box[1] - line.box[1]) <= sameHeight,
  );
}

/** Is the line a page's header, footer or number, told by its place and by what other pages have there? */
export function isRunning(line: ProseLine, page: PageLines, neighbours: readonly PageLines[]): boolean {
  if (!inMargin(line, page)) return false;
  if (pageNumber.test(line.text.trim())) return true;
  const as = line.box[1] > page.height / 2 ? shape : bare;
  return neighbours.some((other) => isRepeated(line, other, as));
}

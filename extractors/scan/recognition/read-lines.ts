import type { InkLine } from '../lines/find-lines.ts';
import { cutOut, type FlatImage, narrowCut, type Padding, padded } from '../lines/line-image.ts';
import type { GreyImage, PixelBox } from '../pixels/page-pixels.ts';
import { heightOf, widthOf } from '../pixels/page-pixels.ts';
import type { LineReader, ReadCharacter } from './engines.ts';

/** A character on the page: `x` is its middle in pixels. */
export type PlacedCharacter = { readonly text: string; readonly probability: number; readonly x: number };

/** What a line of the page shows, read freely and as a figure. */
export type ReadLine = {
  readonly line: InkLine;
  readonly free: readonly PlacedCharacter[];
  readonly figure: readonly PlacedCharacter[];
};

/** Height of the images of lines, in pixels: what the recogniser works in. */
const imageHeight = 48;

/** Short lines of one cell are set side by side up to these widths: characters alone are read badly (`design`: measured). */
const shortLine = 200;
const widestJoined = 480;

/** Inches of a cell's side that are not looked at: what is left of the drawn line. */
const cellMargin = 0.012;

type Piece = { readonly line: InkLine; readonly area: PixelBox; readonly image: GreyImage };

/** The area of the page that a line may show. */
export function seenArea({ region }: InkLine, dotsPerInch: number): PixelBox {
  if (!region.cell) return region.box;
  const margin = Math.max(1, Math.round(cellMargin * dotsPerInch));
  const { left, top, right, bottom } = region.box;
  return { left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin };
}

type Page = { readonly flat: FlatImage; readonly dotsPerInch: number };

function pieceOf(line: InkLine, page: Page, cut: Padding = narrowCut): Piece {
  const area = padded(line.box, cut);
  const width = Math.max(8, Math.round((widthOf(area) / heightOf(area)) * imageHeight));
  const within = seenArea(line, page.dotsPerInch);
  return { line, area, image: cutOut(page.flat, area, { width, height: imageHeight, within }) };
}

/** Neighbouring short lines of one cell go into one image. */
function gatherPieces(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1) ?? [];
    const total = group.reduce((sum, { image }) => sum + image.width, piece.image.width);
    const joins =
      group.length > 0 &&
      piece.line.region.cell !== undefined &&
      group.every(({ line, image }) => line.region === piece.line.region && image.width < shortLine) &&
      piece.image.width < shortLine &&
      total <= widestJoined;
    if (joins) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function besideEachOther(pieces: readonly Piece[]): GreyImage {
  const [only] = pieces;
  if (only && pieces.length === 1) return only.image;
  const width = pieces.reduce((sum, { image }) => sum + image.width, 0);
  const values = new Uint8Array(width * imageHeight);
  let left = 0;
  for (const { image } of pieces) {
    for (let y = 0; y < imageHeight; y += 1)
      values.set(image.values.subarray(y * image.width, (y + 1) * image.width), y * width + left);
    left += image.width;
  }
  return { width, height: imageHeight, values };
}

/** Gives each piece the characters whose middle lies in it. */
function share(
  characters: readonly ReadCharacter[],
  pieces: readonly Piece[],
): readonly (readonly PlacedCharacter[])[] {
  const total = pieces.reduce((sum, { image }) => sum + image.width, 0);
  let left = 0;
  return pieces.map(({ area, image }, index) => {
    const [from, to] = [left, left + image.width];
    left = to;
    const last = index === pieces.length - 1;
    return characters
      .filter(({ at }) => at * total >= from && (at * total < to || last))
      .map(({ text, probability, at }) => ({
        text,
        probability,
        x: area.left + ((at * total - from) / image.width) * widthOf(area),
      }));
  });
}

/** Reads lines of a page; the result stands in the order of `lines`. */
export async function readLines(
  lines: readonly InkLine[],
  page: Page,
  reader: LineReader,
): Promise<readonly ReadLine[]> {
  const groups = gatherPieces(lines.map((line) => pieceOf(line, page)));
  const readings = await reader.readLines(groups.map(besideEachOther));
  return groups.flatMap((pieces, index) => {
    const free = share(readings[index]?.free ?? [], pieces);
    const figure = share(readings[index]?.figure ?? [], pieces);
    return pieces.map(({ line }, at) => ({ line, free: free[at] ?? [], figure: figure[at] ?? [] }));
  });
}

/** The lines of one place side by side, for reading them once more. */
export function imageOf(lines: readonly InkLine[], page: Page, cut: Padding = narrowCut): GreyImage {
  return besideEachOther(lines.map((line) => pieceOf(line, page, cut)));
}

/** The text of some characters without blanks around it. */
export const textOf = (characters: readonly { readonly text: string }[]): string =>
  characters
    .map(({ text }) => text)
    .join('')
    .trim();

import type { Glyph } from '../layout/page-content.ts';
import { greyImage } from './pixels/grey-image.ts';
import { heightOf, type PagePixels, type PixelBox, widthOf } from './pixels/page-pixels.ts';
import type { LineReader } from './recognition/engines.ts';
import { imageOf } from './recognition/read-lines.ts';
import { straightenPage } from './straight-page.ts';

/**
 * Lines that are read to judge a page's text by, and the longest of them in heights. What is taller than two usual characters is no line
 * but a region that was not taken apart (a table over a tinted ground): it holds much text of which nothing can be read.
 */
const sample = { lines: 12, longest: 25, tallest: 2 };

/** Characters in any order, with their numbers. */
type Bag = ReadonlyMap<string, number>;

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const one of text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''))
    bag.set(one, (bag.get(one) ?? 0) + 1);
  return bag;
}

const sizeOf = (bag: Bag): number => [...bag.values()].reduce((sum, count) => sum + count, 0);

function shared(a: Bag, b: Bag): number {
  return [...a].reduce((sum, [one, count]) => sum + Math.min(count, b.get(one) ?? 0), 0);
}

/** What the glyphs in a part of the page say. */
function textIn(box: PixelBox, glyphs: readonly Glyph[], pointsPerPixel: number): string {
  const within = glyphs.filter(({ box: [left, top, right, bottom] }) => {
    const [x, y] = [(left + right) / 2 / pointsPerPixel, (top + bottom) / 2 / pointsPerPixel];
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  });
  return within.map(({ text }) => text).join('');
}

/**
 * How much of what some lines of a page show stands in its text as well, 0 to 1; undefined where the picture shows no lines.
 * Only seen glyphs should be given.
 */
export async function textAgreement(
  pixels: PagePixels,
  glyphs: readonly Glyph[],
  reader: LineReader,
): Promise<number | undefined> {
  const page = straightenPage(greyImage(pixels), pixels.dotsPerInch);
  const lines = page.lines
    .filter(
      ({ box }) => widthOf(box) < sample.longest * heightOf(box) && heightOf(box) <= sample.tallest * page.em,
    )
    .toSorted((a, b) => widthOf(b.box) - widthOf(a.box))
    .slice(0, sample.lines);
  const readings = await reader.readLines(lines.map((line) => imageOf([line], page)));
  let [agreed, all] = [0, 0];
  for (const [index, { box }] of lines.entries()) {
    const seen = bagOf((readings[index]?.free ?? []).map(({ text }) => text).join(''));
    const given = bagOf(textIn(box, glyphs, 72 / pixels.dotsPerInch));
    agreed += shared(seen, given);
    all += Math.max(sizeOf(seen), sizeOf(given));
  }
  return all === 0 ? undefined : agreed / all;
}

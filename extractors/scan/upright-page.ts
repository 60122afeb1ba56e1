import { quarterTurns } from './geometry/rotate.ts';
import type { InkLine } from './lines/find-lines.ts';
import { type GreyImage, heightOf, widthOf } from './pixels/page-pixels.ts';
import type { LineReader } from './recognition/engines.ts';
import { imageOf } from './recognition/read-lines.ts';
import { type StraightPage, straightenPage } from './straight-page.ts';

/** Lines that are read to tell which way up a page is, and the certainty that ends the search. */
const sampleSize = 6;
const certain = 0.8;

/** Lengths in heights of lines that tell most for the least reading. */
const tellingLength = 8;

/** Fewer characters a line are no text: a page on its side falls into lines of single characters. */
const fewestCharacters = 5;

export type UprightPage = { readonly page: StraightPage; readonly turns: 0 | 1 | 2 | 3 };

/** Lines that are neither so short that they tell little nor so long that reading them is slow. */
function sampleOf(lines: readonly InkLine[]): readonly InkLine[] {
  const distance = ({ box }: InkLine): number =>
    Math.abs(Math.log(widthOf(box) / Math.max(1, heightOf(box)) / tellingLength));
  return lines.toSorted((a, b) => distance(a) - distance(b)).slice(0, sampleSize);
}

/** Mean certainty of the sample's lines; images upside down or on their side give few and unsure characters. */
async function certainty(images: readonly GreyImage[], reader: LineReader): Promise<number> {
  const readings = await reader.readLines(images);
  const shares = readings.map(({ free }) => {
    if (free.length < 2) return 0;
    const mean = free.reduce((sum, { probability }) => sum + probability, 0) / free.length;
    return mean * Math.min(1, free.length / fewestCharacters);
  });
  return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : 0;
}

/** Straightens the page and turns it upright: quarter turns are tried until its lines can be read. */
export async function uprightPage(
  grey: GreyImage,
  dotsPerInch: number,
  reader: LineReader,
): Promise<UprightPage> {
  const tried: { turns: UprightPage['turns']; score: number; page?: StraightPage }[] = [];
  for (const turns of [0, 1] as const) {
    const page = straightenPage(quarterTurns(grey, turns), dotsPerInch);
    const images = sampleOf(page.lines).map((line) => imageOf([line], page));
    const upright = await certainty(images, reader);
    if (upright >= certain) return { page, turns };
    const turned = await certainty(
      images.map((image) => quarterTurns(image, 2)),
      reader,
    );
    const opposite: UprightPage['turns'] = turns === 0 ? 2 : 3;
    if (turned >= certain)
      return { page: straightenPage(quarterTurns(grey, opposite), dotsPerInch), turns: opposite };
    tried.push({ turns, score: upright, page }, { turns: opposite, score: turned });
  }
  const best = tried.toSorted((a, b) => b.score - a.score)[0] ?? { turns: 0 as const, score: 0 };
  return {
    page: best.page ?? straightenPage(quarterTurns(grey, best.turns), dotsPerInch),
    turns: best.turns,
  };
}

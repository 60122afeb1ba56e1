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

/** Median length of lines in heights from which a page surely does not lie on its side, where they are single characters. */
const surelyLines = 3;

function medianLength({ lines }: StraightPage): number {
  const lengths = lines.map(({ box }) => widthOf(box) / Math.max(1, heightOf(box))).toSorted((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

/** A page with its lines running across, and how well they can be read this way up. */
type Trial = { readonly page: StraightPage; readonly turns: 0 | 1 | 2 | 3; readonly score: number };

/** The better one of the two ways up in which a page's lines run across. */
async function tryTurns(
  grey: GreyImage,
  { turns, dotsPerInch, reader }: { turns: 0 | 1; dotsPerInch: number; reader: LineReader },
): Promise<Trial> {
  const page = straightenPage(quarterTurns(grey, turns), dotsPerInch);
  const images = sampleOf(page.lines).map((line) => imageOf([line], page));
  const score = await certainty(images, reader);
  if (score >= certain) return { page, turns, score };
  const opposite = await certainty(
    images.map((image) => quarterTurns(image, 2)),
    reader,
  );
  return opposite > score ? { page, turns: turns === 0 ? 2 : 3, score: opposite } : { page, turns, score };
}

/**
 * Straightens the page and turns it upright: quarter turns are tried until its lines can be read. Characters that lie on
 * their side may be readable too, but then lines are short and many.
 */
export async function uprightPage(
  grey: GreyImage,
  dotsPerInch: number,
  reader: LineReader,
): Promise<UprightPage> {
  const finished = ({ page, turns }: Trial): UprightPage =>
    turns === 0 || turns === 1
      ? { page, turns }
      : { page: straightenPage(quarterTurns(grey, turns), dotsPerInch), turns };
  const first = await tryTurns(grey, { turns: 0, dotsPerInch, reader });
  if (first.score >= certain && medianLength(first.page) >= surelyLines) return finished(first);
  const second = await tryTurns(grey, { turns: 1, dotsPerInch, reader });
  if (first.score >= certain && second.score >= certain)
    return finished(first.page.lines.length <= second.page.lines.length ? first : second);
  return finished(first.score >= second.score ? first : second);
}

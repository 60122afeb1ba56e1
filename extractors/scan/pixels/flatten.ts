import type { GreyImage } from './page-pixels.ts';

/** Statistics are taken over squares of this many pixels. */
const square = 4;

/** The paper around a point is the mean of the plain squares within this many inches. */
const paperReach = 0.2;

/** Share of the paper's brightness at which ink is fully black, and from which paper is fully white (`design`: measured). */
const black = 0.2;
const white = 0.88;

/** Ink is darker than the paper by this share of it, or by this many standard deviations of the paper's noise. */
const leastContrast = 0.2;
const noiseMargin = 3.6;

/** The same for drawn lines: many pixels in a row outweigh the noise of one. */
const faintestLine = 0.1;
const faintMargin = 5;

/** A page with its paper made white: grey paper, tints, shadows and gradients are divided out. */
export type FlatPage = {
  readonly image: GreyImage;
  /** Values below it are ink. */
  readonly inkBelow: number;
  /** Values below it may be part of a drawn line: tables on screens have pale grey ones. */
  readonly lineBelow: number;
  /** Standard deviation of the paper, in steps of 255. */
  readonly noise: number;
  /** Every pixel was black or white before: a 1-bit scan. */
  readonly bilevel: boolean;
};

type Squares = {
  readonly across: number;
  readonly down: number;
  readonly mean: Float32Array;
  readonly spread: Float32Array;
};

function squaresOf({ width, height, values }: GreyImage): Squares {
  const across = Math.max(1, Math.floor(width / square));
  const down = Math.max(1, Math.floor(height / square));
  const mean = new Float32Array(across * down);
  const spread = new Float32Array(across * down);
  const count = square * square;
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      let sum = 0;
      let squared = 0;
      for (let y = row * square; y < row * square + square; y += 1)
        for (let at = y * width + column * square; at < y * width + column * square + square; at += 1) {
          const value = values[at] ?? 0;
          sum += value;
          squared += value * value;
        }
      const index = row * across + column;
      mean[index] = sum / count;
      spread[index] = Math.sqrt(Math.max(0, squared / count - (sum / count) ** 2));
    }
  return { across, down, mean, spread };
}

function quantile(values: Float32Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The brightness of the paper around each square: the mean of the bright squares without ink within `reach` squares. */
function paperMap({ across, down, mean, spread }: Squares, reach: number): Float32Array {
  const level = quantile(mean, 0.9);
  const calm = 2 * quantile(spread, 0.4) + 3;
  const stride = across + 1;
  const sums = new Float64Array(stride * (down + 1));
  const counts = new Float64Array(stride * (down + 1));
  for (let row = 0; row < down; row += 1) {
    let sum = 0;
    let count = 0;
    for (let column = 0; column < across; column += 1) {
      const value = mean[row * across + column] ?? 0;
      if ((spread[row * across + column] ?? 0) <= calm && value > 0.45 * level) {
        sum += value;
        count += 1;
      }
      const at = (row + 1) * stride + column + 1;
      sums[at] = (sums[at - stride] ?? 0) + sum;
      counts[at] = (counts[at - stride] ?? 0) + count;
    }
  }
  const paper = new Float32Array(across * down);
  const within = (table: Float64Array, [x0, y0, x1, y1]: readonly [number, number, number, number]): number =>
    (table[y1 * stride + x1] ?? 0) -
    (table[y0 * stride + x1] ?? 0) -
    (table[y1 * stride + x0] ?? 0) +
    (table[y0 * stride + x0] ?? 0);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      const window = [
        Math.max(0, column - reach),
        Math.max(0, row - reach),
        Math.min(across, column + reach + 1),
        Math.min(down, row + reach + 1),
      ] as const;
      const count = within(counts, window);
      paper[row * across + column] = count > 0 ? within(sums, window) / count : level;
    }
  return paper;
}

function isBilevel(values: Uint8Array): boolean {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const extremes = (counts[0] ?? 0) + (counts[255] ?? 0);
  // A seal that was taken off or a decoder's rounding may leave a few others.
  return extremes >= 0.999 * values.length;
}

/** Standard deviation of plain paper: the median of the calmer half of the squares. */
function noiseOf({ spread }: Squares): number {
  return quantile(spread, 0.4);
}

/** Divides the local paper brightness out and stretches what is between ink and paper over 0 to 255. */
export function flattenPage(grey: GreyImage, dotsPerInch: number): FlatPage {
  const squares = squaresOf(grey);
  const noise = noiseOf(squares);
  const bilevel = isBilevel(grey.values);
  if (bilevel) return { image: grey, inkBelow: 128, lineBelow: 128, noise, bilevel };
  const paper = paperMap(squares, Math.max(1, Math.round((paperReach * dotsPerInch) / square)));
  const { width, height, values } = grey;
  const flat = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(squares.down - 1, Math.floor(y / square)) * squares.across;
    for (let x = 0; x < width; x += 1) {
      const level = Math.max(1, paper[row + Math.min(squares.across - 1, x >> 2)] ?? 255);
      const share = ((values[y * width + x] ?? 0) / level - black) / (white - black);
      flat[y * width + x] = share <= 0 ? 0 : share >= 1 ? 255 : Math.round(share * 255);
    }
  }
  const level = Math.max(1, quantile(paper, 0.5));
  const contrast = Math.max(leastContrast, (noiseMargin * noise) / level);
  const faint = Math.min(contrast, Math.max(faintestLine, (faintMargin * noise) / level));
  const valueAt = (below: number): number =>
    Math.min(252, Math.max(60, Math.round((255 * (1 - below - black)) / (white - black))));
  return {
    image: { width, height, values: flat },
    inkBelow: valueAt(contrast),
    lineBelow: valueAt(faint),
    noise,
    bilevel,
  };
}

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

/** Steps of 1/16: finer than any threshold that is made of them. */
const quantileSteps = 16;

/** The value below which a share of the values (0 to 255) lies. */
function quantile(values: Float32Array, share: number): number {
  const counts = new Uint32Array(256 * quantileSteps);
  for (let index = 0; index < values.length; index += 1) {
    const bin = Math.min(counts.length - 1, ((values[index] ?? 0) * quantileSteps) | 0);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const wanted = Math.floor(share * values.length);
  let seen = 0;
  for (let bin = 0; bin < counts.length; bin += 1) {
    seen += counts[bin] ?? 0;
    if (seen > wanted) return bin / quantileSteps;
  }
  return 255;
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

/** A seal that was taken off or a decoder's rounding may leave a few values between black and white. */
const mostBetween = 0.001;

function isBilevel(values: Uint8Array): boolean {
  const most = mostBetween * values.length;
  let between = 0;
  for (let index = 0; index < values.length && between <= most; index += 1) {
    const value = values[index] ?? 0;
    if (value !== 0 && value !== 255) between += 1;
  }
  return between <= most;
}

/** Standard deviation of plain paper: the median of the calmer half of the squares. */
function noiseOf({ spread }: Squares): number {
  return quantile(spread, 0.4);
}

/** Each value as its share of the local paper's brightness, stretched over 0 to 255. */
function stretch(
  { width, height, values }: GreyImage,
  { across, down }: Squares,
  paper: Float32Array,
): Uint8Array {
  const flat = new Uint8Array(width * height);
  const scale = 255 / (white - black);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(down - 1, Math.floor(y / square)) * across;
    for (let column = 0; column < across; column += 1) {
      const factor = scale / Math.max(1, paper[row + column] ?? 255);
      const start = y * width + column * square;
      const end = column === across - 1 ? (y + 1) * width : start + square;
      for (let at = start; at < end; at += 1) {
        const value = (values[at] ?? 0) * factor - scale * black + 0.5;
        flat[at] = value <= 0 ? 0 : value >= 255 ? 255 : value;
      }
    }
  }
  return flat;
}

/** Divides the local paper brightness out and stretches what is between ink and paper over 0 to 255. */
export function flattenPage(grey: GreyImage, dotsPerInch: number): FlatPage {
  const squares = squaresOf(grey);
  const noise = noiseOf(squares);
  const bilevel = isBilevel(grey.values);
  if (bilevel) return { image: grey, inkBelow: 128, lineBelow: 128, noise, bilevel };
  const paper = paperMap(squares, Math.max(1, Math.round((paperReach * dotsPerInch) / square)));
  const { width, height } = grey;
  const flat = stretch(grey, squares, paper);
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

import type { GreyImage, PagePixels, PixelBox } from './page-pixels.ts';
import { findSeals } from './seals.ts';

/** Steps between red and the weaker of the others from which a pixel is seal ink. */
const coloured = 45;

/** Pixels around seal ink over which scanners and JPEG files smear its colour. */
const smear = 2;

/**
 * The page in grey, with red seals taken off and the black under them kept. Colour outside seals counts as ink by its
 * luminance, so that a figure printed in red is not lost.
 */
export function greyImage(pixels: PagePixels): GreyImage {
  const { width, height, channels, values } = pixels;
  if (channels === 1) return { width, height, values };
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index += 1) {
    const at = index * 3;
    // BT.601 weights in 256ths.
    grey[index] = (77 * (values[at] ?? 0) + 150 * (values[at + 1] ?? 0) + 29 * (values[at + 2] ?? 0)) >> 8;
  }
  for (const seal of findSeals(pixels)) liftSeal(pixels, seal, grey);
  return { width, height, values: grey };
}

/** A seal's ink is darker in places by this share of its brightness. */
const unevenness = 0.28;

type SealInk = { readonly redness: number; readonly shade: number };

/** How red the seal's ink is, and how bright as a share of the paper, by the medians of its pixels. */
function sealInkOf(redness: Uint8Array, lights: Uint8Array): SealInk | undefined {
  const reds: number[] = [];
  const shades: number[] = [];
  for (let index = 0; index < redness.length; index += 1)
    if ((redness[index] ?? 0) > coloured) {
      reds.push(redness[index] ?? 0);
      shades.push(lights[index] ?? 0);
    }
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  if (reds.length === 0) return undefined;
  const paper = lights.toSorted()[Math.floor(0.9 * lights.length)] ?? 255;
  return {
    redness: Math.max(coloured, middle(reds)),
    shade: Math.min(1, middle(shades) / Math.max(1, paper)),
  };
}

/** The greatest value within some pixels of each one. */
function widened(values: Uint8Array, width: number): Uint8Array {
  const across = new Uint8Array(values.length);
  const wide = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index += 1)
    for (let step = -smear; step <= smear; step += 1)
      across[index] = Math.max(across[index] ?? 0, values[index + step] ?? 0);
  for (let index = 0; index < values.length; index += 1)
    for (let step = -smear; step <= smear; step += 1)
      wide[index] = Math.max(wide[index] ?? 0, across[index + step * width] ?? 0);
  return wide;
}

/** Takes the seal's own ink for paper: what is darker than it is print under or over it. */
function liftSeal({ width, values }: PagePixels, box: PixelBox, grey: Uint8Array): void {
  const [wide, tall] = [box.right - box.left, box.bottom - box.top];
  const redness = new Uint8Array(wide * tall);
  const lights = new Uint8Array(wide * tall);
  for (let y = 0; y < tall; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const at = (y + box.top) * width + x + box.left;
      const other = Math.min(values[3 * at + 1] ?? 0, values[3 * at + 2] ?? 0);
      redness[y * wide + x] = Math.max(0, (values[3 * at] ?? 0) - other);
      lights[y * wide + x] = grey[at] ?? 255;
    }
  const ink = sealInkOf(redness, lights);
  if (!ink) return;
  const around = widened(redness, wide);
  for (let y = 0; y < tall; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const share = Math.min(1, (around[y * wide + x] ?? 0) / ink.redness);
      if (share < 0.25) continue;
      const ground = (1 - share * (1 - ink.shade)) * (1 - unevenness * share);
      grey[(y + box.top) * width + x + box.left] = Math.min(255, (lights[y * wide + x] ?? 0) / ground);
    }
}

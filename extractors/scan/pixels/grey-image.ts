import type { GreyImage, PagePixels, PixelBox } from './page-pixels.ts';
import { findSeals } from './seals.ts';

/** Steps between the strongest and the weakest channel from which a pixel is coloured, and from which it is a coloured fringe. */
const coloured = 45;
const fringe = 18;

/** Red from which a reddish pixel is seal ink on paper; below, black ink lies under it. */
const sealInk = 110;

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

/** Whitens the seal's red pixels and their fringes. */
function liftSeal({ width, values }: PagePixels, box: PixelBox, grey: Uint8Array): void {
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) {
      const at = (y * width + x) * 3;
      const red = values[at] ?? 0;
      const other = Math.min(values[at + 1] ?? 0, values[at + 2] ?? 0);
      const redness = red - other;
      if (redness > coloured && red > sealInk) grey[y * width + x] = 255;
      else if (redness > fringe) grey[y * width + x] = red;
    }
  }
}

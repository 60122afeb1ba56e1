import type { GreyImage } from '../pixels/page-pixels.ts';

/** Degrees below which turning would blur more than it straightens. */
const negligible = 0.02;

/** Places are counted in 2^-14 pixels: pages of up to 100,000 pixels fit 32 bits, and their far ends are right to a pixel's share. */
const fractionBits = 14;
const one = 1 << fractionBits;

/** Turns the image against a skew of some degrees around its centre (bilinear); what comes in from outside is white. */
export function straighten(image: GreyImage, degrees: number): GreyImage {
  if (Math.abs(degrees) < negligible) return image;
  const { width, height, values } = image;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const turned = new Uint8Array(width * height).fill(255);
  const [stepX, stepY] = [Math.round(cos * one), Math.round(sin * one)];
  for (let y = 0; y < height; y += 1) {
    // The place in the source in fractions of a pixel, as whole numbers.
    let sx = Math.round((cx - cx * cos - (y - cy) * sin) * one);
    let sy = Math.round((cy - cx * sin + (y - cy) * cos) * one);
    for (let x = 0; x < width; x += 1, sx += stepX, sy += stepY) {
      const left = sx >> fractionBits;
      const top = sy >> fractionBits;
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const at = top * width + left;
      const v00 = values[at] ?? 255;
      const v10 = values[at + 1] ?? 255;
      const v01 = values[at + width] ?? 255;
      const v11 = values[at + width + 1] ?? 255;
      // Most of a page is white already.
      if ((v00 & v10 & v01 & v11) === 255) continue;
      const fx = (sx & (one - 1)) >> 6;
      const fy = (sy & (one - 1)) >> 6;
      const upper = (v00 << 8) + (v10 - v00) * fx;
      const lower = (v01 << 8) + (v11 - v01) * fx;
      turned[y * width + x] = ((upper << 8) + (lower - upper) * fy + 32768) >> 16;
    }
  }
  return { width, height, values: turned };
}

/** Turns by quarter turns, clockwise. */
export function quarterTurns(image: GreyImage, turns: 0 | 1 | 2 | 3): GreyImage {
  if (turns === 0) return image;
  const { width, height, values } = image;
  const swapped = turns !== 2;
  const size = swapped ? { width: height, height: width } : { width, height };
  const turned = new Uint8Array(values.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [tx, ty] =
        turns === 1
          ? [height - 1 - y, x]
          : turns === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      turned[ty * size.width + tx] = values[y * width + x] ?? 255;
    }
  return { ...size, values: turned };
}

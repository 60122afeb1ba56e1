import type { GreyImage } from './page-pixels.ts';

/** Blurs by a 3 × 3 binomial: 1-bit scans have stairs that the recogniser has never seen. */
export function soften({ width, height, values }: GreyImage): GreyImage {
  const rows = new Uint16Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x > 0 ? (values[at - 1] ?? 255) : 255;
      const right = x + 1 < width ? (values[at + 1] ?? 255) : 255;
      rows[at] = left + 2 * (values[at] ?? 255) + right;
    }
  const soft = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const above = y > 0 ? (rows[at - width] ?? 1020) : 1020;
      const below = y + 1 < height ? (rows[at + width] ?? 1020) : 1020;
      soft[at] = (above + 2 * (rows[at] ?? 1020) + below) >> 4;
    }
  return { width, height, values: soft };
}

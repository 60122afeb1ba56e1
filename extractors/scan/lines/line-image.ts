import type { GreyImage, Mask, PixelBox } from '../pixels/page-pixels.ts';
import { heightOf, widthOf } from '../pixels/page-pixels.ts';

/** Added around a line's ink, as shares of its height. */
export type Padding = { readonly vertical: number; readonly horizontal: number };

/** For the first reading and for the second (`design`: measured; more loses points). */
export const narrowCut: Padding = { vertical: 0.12, horizontal: 0.25 };
export const wideCut: Padding = { vertical: 0.2, horizontal: 0.4 };

/** A straightened page ready to be cut into lines. */
export type FlatImage = { readonly image: GreyImage; readonly rules: Mask };

type Filter = { readonly first: number; readonly weights: Float32Array };

/** Triangle filter: bilinear when enlarging, averaging when reducing. */
function filters(from: number, length: number, count: number): readonly Filter[] {
  const scale = length / count;
  const support = Math.max(1, scale);
  return Array.from({ length: count }, (_, index) => {
    const centre = from + (index + 0.5) * scale - 0.5;
    const first = Math.ceil(centre - support);
    const weights = new Float32Array(Math.floor(centre + support) - first + 1);
    let sum = 0;
    for (let at = 0; at < weights.length; at += 1) {
      const weight = Math.max(0, 1 - Math.abs(first + at - centre) / support);
      weights[at] = weight;
      sum += weight;
    }
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / sum;
    return { first, weights };
  });
}

/** Cuts an area (fractions allowed) out and scales it; rulings and what lies outside `within` are white. */
export function cutOut(
  { image, rules }: FlatImage,
  area: PixelBox,
  target: { readonly width: number; readonly height: number; readonly within: PixelBox },
): GreyImage {
  const { width, height, within } = target;
  const columns = filters(area.left, widthOf(area), width);
  const rows = filters(area.top, heightOf(area), height);
  const top = rows[0]?.first ?? 0;
  const lastRow = rows.at(-1);
  const tall = (lastRow ? lastRow.first + lastRow.weights.length : top) - top;
  const half = new Float32Array(width * tall);
  for (let y = 0; y < tall; y += 1) {
    const sy = y + top;
    const inside = sy >= within.top && sy < within.bottom && sy >= 0 && sy < image.height;
    columns.forEach(({ first, weights }, x) => {
      let sum = 0;
      for (let at = 0; at < weights.length; at += 1) {
        const sx = first + at;
        const seen = inside && sx >= within.left && sx < within.right && sx >= 0 && sx < image.width;
        const index = sy * image.width + sx;
        sum += (weights[at] ?? 0) * (seen && rules.values[index] !== 1 ? (image.values[index] ?? 255) : 255);
      }
      half[y * width + x] = sum;
    });
  }
  const values = new Uint8Array(width * height);
  rows.forEach(({ first, weights }, y) => {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let at = 0; at < weights.length; at += 1)
        sum += (weights[at] ?? 0) * (half[(first - top + at) * width + x] ?? 255);
      values[y * width + x] = Math.round(sum);
    }
  });
  return { width, height, values };
}

/** The line's box with the margin that recognisers want; it may reach over the cell, where {@link cutOut} gives white. */
export function padded(box: PixelBox, padding: Padding): PixelBox {
  const height = heightOf(box);
  return {
    left: box.left - padding.horizontal * height,
    right: box.right + padding.horizontal * height,
    top: box.top - padding.vertical * height,
    bottom: box.bottom + padding.vertical * height,
  };
}

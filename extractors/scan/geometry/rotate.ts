import type { GreyImage } from '../pixels/page-pixels.ts';

/** Degrees below which turning would blur more than it straightens. */
const negligible = 0.02;

/** Turns the image against a skew of some degrees around its centre (bilinear); what comes in from outside is white. */
export function straighten(image: GreyImage, degrees: number): GreyImage {
  if (Math.abs(degrees) < negligible) return image;
  const { width, height, values } = image;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const turned = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sx = cx + (x - cx) * cos - (y - cy) * sin;
      const sy = cy + (x - cx) * sin + (y - cy) * cos;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const at = top * width + left;
      const [fx, fy] = [sx - left, sy - top];
      const upper = (values[at] ?? 255) * (1 - fx) + (values[at + 1] ?? 255) * fx;
      const lower = (values[at + width] ?? 255) * (1 - fx) + (values[at + width + 1] ?? 255) * fx;
      turned[y * width + x] = Math.round(upper * (1 - fy) + lower * fy);
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

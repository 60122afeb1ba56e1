import type { InkPart } from '../lines/ink-parts.ts';
import { type GreyImage, heightOf } from './page-pixels.ts';

/** Share of a piece's pixels that is looked at: its core, which blur leaves darkest. */
const core = 0.1;

/** Heights of a character below which a piece is a mark. */
const leastHeight = 0.4;

/** How dark the cores of characters are, in steps of 255: the median of the pieces of ink; 255 where there is none. */
export function inkDepth({ width, values }: GreyImage, parts: readonly InkPart[], em: number): number {
  const depths: number[] = [];
  for (const part of parts) {
    if (heightOf(part) < leastHeight * em) continue;
    const found: number[] = [];
    for (let y = part.top; y < part.bottom; y += 1)
      for (let x = part.left; x < part.right; x += 1) found.push(255 - (values[y * width + x] ?? 255));
    found.sort((a, b) => b - a);
    depths.push(found[Math.floor(core * found.length)] ?? 0);
  }
  return depths.toSorted((a, b) => a - b)[depths.length >> 1] ?? 255;
}

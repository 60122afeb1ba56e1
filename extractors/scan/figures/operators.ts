import type { FlatImage } from '../lines/line-image.ts';
import type { InkPart } from '../lines/ink-parts.ts';
import { heightOf, widthOf } from '../pixels/page-pixels.ts';

/** A comparison sign at the head of a line, by its shape; `right` is where it ends, in pixels. */
export type Operator = { readonly sign: '≥' | '≤'; readonly right: number };

/** How tall the ink of one column of pixels is within a part. */
function spread({ image }: FlatImage, part: InkPart, x: number): number {
  let [first, last] = [-1, -1];
  for (let y = part.top; y < part.bottom; y += 1)
    if ((image.values[y * image.width + x] ?? 255) < 128) {
      if (first < 0) first = y;
      last = y;
    }
  return first < 0 ? 0 : last - first + 1;
}

function meanSpread(flat: FlatImage, part: InkPart, [from, to]: readonly [number, number]): number {
  let sum = 0;
  for (let x = from; x < to; x += 1) sum += spread(flat, part, x);
  return to > from ? sum / (to - from) : 0;
}

/**
 * Finds ≥ or ≤ where a line begins with two pieces of ink one above the other, an arrowhead over a flat bar, and something
 * follows: recognisers read it as V, 2 or nothing.
 */
export function findOperator(parts: readonly InkPart[], flat: FlatImage): Operator | undefined {
  const sorted = parts.toSorted((a, b) => a.left - b.left);
  const first = sorted[0];
  if (!first) return undefined;
  const stacked = sorted.filter(
    (part) => Math.min(part.right, first.right) - Math.max(part.left, first.left) > 0.6 * Math.min(widthOf(part), widthOf(first)),
  );
  const [head, bar] = stacked.toSorted((a, b) => a.top - b.top);
  if (!head || !bar || stacked.length !== 2 || sorted.length < 3) return undefined;
  if (widthOf(bar) < 2.2 * heightOf(bar) || heightOf(head) < 2 * heightOf(bar)) return undefined;
  const ratio = widthOf(head) / widthOf(bar);
  if (ratio < 0.7 || ratio > 1.4 || bar.top < head.top + 0.6 * heightOf(head)) return undefined;
  const third = Math.max(1, Math.round(widthOf(head) / 3));
  const left = meanSpread(flat, head, [head.left, head.left + third]);
  const right = meanSpread(flat, head, [head.right - third, head.right]);
  const end = Math.max(head.right, bar.right);
  if (left > 1.6 * right) return { sign: '≥', right: end };
  if (right > 1.6 * left) return { sign: '≤', right: end };
  return undefined;
}

/** Is the whole line one flat stroke: a dash? `em` is the usual height of a character in pixels. */
export function isFlatStroke(parts: readonly InkPart[], em: number): boolean {
  const [only] = parts;
  if (!only || parts.length > 1) return false;
  return widthOf(only) >= 3 * heightOf(only) && heightOf(only) < 0.3 * em && widthOf(only) > 0.25 * em;
}

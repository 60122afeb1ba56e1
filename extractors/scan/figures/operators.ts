import type { InkPart } from '../lines/ink-parts.ts';
import type { FlatImage } from '../lines/line-image.ts';
import { heightOf, widthOf } from '../pixels/page-pixels.ts';

/** A comparison sign at the head of a line, by its shape; `right` is where it ends, in pixels. */
export type Operator = { readonly sign: '≥' | '≤'; readonly right: number };

/** Widths in heights: digits are clearly narrower than tall, a comparison sign is about as wide. */
const widestDigit = 0.85;
const sign = { narrowest: 0.7, widest: 1.4 };

/**
 * Where the upper arm of an arrowhead begins, as a share of its width: left in ≥, right in ≤. Only its upper third is looked
 * at: a slanting bar reaches into the lower part.
 */
function upperArm({ image }: FlatImage, head: InkPart): number {
  let [sum, ink] = [0, 0];
  for (let y = head.top; y < head.top + Math.max(1, 0.3 * heightOf(head)); y += 1)
    for (let x = head.left; x < head.right; x += 1) {
      const darkness = 255 - (image.values[y * image.width + x] ?? 255);
      if (darkness < 64) continue;
      sum += darkness * (x + 0.5 - head.left);
      ink += darkness;
    }
  return ink > 0 ? sum / ink / widthOf(head) : 0.5;
}

/** A flat stroke, or one that slants as in ⩾. */
const isBar = (part: InkPart): boolean =>
  heightOf(part) <= 0.65 * widthOf(part) && part.area <= 0.3 * widthOf(part) ** 2;

/**
 * Finds ≥ or ≤ where a line begins with two pieces of ink one above the other, an arrowhead over a flat bar: recognisers read
 * it as V, 2 or nothing.
 */
export function findOperator(parts: readonly InkPart[], flat: FlatImage): Operator | undefined {
  const sorted = parts.toSorted((a, b) => a.left - b.left);
  const first = sorted[0];
  if (!first) return undefined;
  const stacked = sorted.filter(
    (part) =>
      Math.min(part.right, first.right) - Math.max(part.left, first.left) >
      0.6 * Math.min(widthOf(part), widthOf(first)),
  );
  const [head, bar] = stacked.toSorted((a, b) => a.top - b.top);
  if (!head || !bar || stacked.length !== 2) return undefined;
  if (!isBar(bar) || heightOf(head) < 1.3 * heightOf(bar)) return undefined;
  const ratio = widthOf(head) / widthOf(bar);
  const right = Math.max(head.right, bar.right);
  const wide = right - Math.min(head.left, bar.left);
  // A 2 whose foot is broken off is taller.
  if (wide < sign.narrowest * (bar.bottom - head.top)) return undefined;
  if (ratio < 0.7 || ratio > 1.4 || bar.top < head.top + 0.6 * heightOf(head)) return undefined;
  return signOf(flat, head, right);
}

function signOf(flat: FlatImage, head: InkPart, right: number): Operator | undefined {
  const arm = upperArm(flat, head);
  if (arm < 0.4) return { sign: '≥', right };
  return arm > 0.6 ? { sign: '≤', right } : undefined;
}

/**
 * A comparison sign whose arrowhead and bar have run together, where a digit was read: as wide as tall, or not as tall as the
 * figure behind it, and with its ink to one side on top.
 */
export function findBlurredOperator(parts: readonly InkPart[], flat: FlatImage): Operator | undefined {
  const [first, next] = parts.toSorted((a, b) => a.left - b.left);
  if (!first || !next || next.left < first.right) return undefined;
  const ratio = widthOf(first) / heightOf(first);
  const tall = heightOf(next);
  if (ratio < sign.narrowest || ratio > sign.widest || heightOf(first) < 0.55 * tall) return undefined;
  const low = first.top >= next.top + 0.1 * tall;
  return ratio >= widestDigit || low ? signOf(flat, first, first.right) : undefined;
}

/** A comparison sign that is all there is in its cell, where no digit and no text was read. */
export function findOperatorAlone(parts: readonly InkPart[], flat: FlatImage): Operator | undefined {
  const [only, ...others] = parts;
  if (!only || others.length > 0) return undefined;
  const ratio = widthOf(only) / heightOf(only);
  if (ratio < sign.narrowest || ratio > sign.widest) return undefined;
  return signOf(flat, only, only.right);
}

/** Is the whole line one flat stroke: a dash? `em` is the usual height of a character in pixels. */
export function isFlatStroke(parts: readonly InkPart[], em: number): boolean {
  const [only] = parts;
  if (!only || parts.length > 1) return false;
  return widthOf(only) >= 2 * heightOf(only) && heightOf(only) < 0.3 * em && widthOf(only) > 0.15 * em;
}

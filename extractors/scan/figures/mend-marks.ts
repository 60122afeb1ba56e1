import type { InkPart } from '../lines/ink-parts.ts';
import type { FlatImage } from '../lines/line-image.ts';
import { heightOf, type PixelBox, widthOf } from '../pixels/page-pixels.ts';
import type { PlacedCharacter, ReadLine } from '../recognition/read-lines.ts';

/** Heights of a character around a check box in which no character was read. */
const ownSpace = 0.62;

/** Mean ink (0 to 1) of an area of the page. */
export function inkOf({ image }: FlatImage, { left, top, right, bottom }: PixelBox): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < bottom; y += 1)
    for (let x = Math.floor(left); x < right; x += 1) {
      sum += 255 - (image.values[y * image.width + x] ?? 255);
      count += 1;
    }
  return count > 0 ? sum / count / 255 : 0;
}

/** Share of a frame's side that must be ink, and the ink inside that is a tick. */
const leastSide = 0.8;
const leastTick = 0.08;

/** Are all columns (or rows) along a side inked within its outer fifth? */
function sideInk({ image }: FlatImage, part: InkPart, side: 'left' | 'top' | 'right' | 'bottom'): number {
  const band = Math.max(2, Math.round(0.2 * widthOf(part)));
  const length = side === 'left' || side === 'right' ? heightOf(part) : widthOf(part);
  let inked = 0;
  for (let along = 0; along < length; along += 1) {
    let darkest = 255;
    for (let across = 0; across < band; across += 1) {
      const x =
        side === 'left' ? part.left + across : side === 'right' ? part.right - 1 - across : part.left + along;
      const y =
        side === 'top' ? part.top + across : side === 'bottom' ? part.bottom - 1 - across : part.top + along;
      darkest = Math.min(darkest, image.values[y * image.width + x] ?? 255);
    }
    if (darkest < 170) inked += 1;
  }
  return inked / Math.max(1, length);
}

/** ☑ or ☐ where a piece of ink is a square frame. */
function boxOf(part: InkPart, flat: FlatImage, em: number): '☑' | '☐' | undefined {
  const [wide, tall] = [widthOf(part), heightOf(part)];
  if (wide < 0.5 * em || wide > 1.3 * em || tall < 0.75 * wide || tall > 1.35 * wide) return undefined;
  const sides = (['left', 'top', 'right', 'bottom'] as const).map((side) => sideInk(flat, part, side));
  if (sides.some((share) => share < leastSide)) return undefined;
  const inner = {
    left: part.left + 0.28 * wide,
    right: part.right - 0.28 * wide,
    top: part.top + 0.28 * tall,
    bottom: part.bottom - 0.28 * tall,
  };
  return inkOf(flat, inner) > leastTick ? '☑' : '☐';
}

/** Puts check boxes where their frames stand and the recogniser, which knows none, read nothing or was unsure. */
export function withCheckBoxes<Line extends ReadLine>(read: Line, flat: FlatImage, em: number): Line {
  const boxes = read.line.parts.flatMap((part) => {
    const sign = boxOf(part, flat, em);
    if (!sign) return [];
    // A frame inside a character (部) stands close to its middle; a box stands on its own.
    const middle = (part.left + part.right) / 2;
    const isOfText = read.free.some(
      ({ x, text }) => /[\p{L}\p{N}]/u.test(text) && Math.abs(x - middle) < ownSpace * em,
    );
    return isOfText ? [] : [{ part, sign }];
  });
  if (boxes.length === 0) return read;
  const put = (characters: readonly PlacedCharacter[]): readonly PlacedCharacter[] =>
    [
      ...characters.filter(({ x }) => !boxes.some(({ part }) => x > part.left && x < part.right)),
      ...boxes.map(({ part, sign }) => ({ text: sign, probability: 0.9, x: (part.left + part.right) / 2 })),
    ].toSorted((a, b) => a.x - b.x);
  return { ...read, free: put(read.free) };
}

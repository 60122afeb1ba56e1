import { matchKey } from './fold.ts';

/** Counted pairs of neighbouring characters of a text's match key; a text of one character is its own pair. */
export type Shingles = ReadonlyMap<string, number>;

export function shingles(text: string): Shingles {
  const key = matchKey(text);
  const counted = new Map<string, number>();
  const second = nextCharacter(key, 0);
  if (key.length > 0 && second === key.length) counted.set(key, 1);
  let start = 0;
  for (let middle = second; middle < key.length; ) {
    const end = nextCharacter(key, middle);
    const pair = key.slice(start, end);
    counted.set(pair, (counted.get(pair) ?? 0) + 1);
    start = middle;
    middle = end;
  }
  return counted;
}

/** Where the character behind the one at `index` begins; two UTF-16 units can be one character. */
function nextCharacter(key: string, index: number): number {
  const code = key.charCodeAt(index);
  return index + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
}

/** Dice coefficient of two texts, 0 to 1 (Dice 1945, on counted character pairs). */
export function similarity(left: Shingles, right: Shingles): number {
  const total = size(left) + size(right);
  return total === 0 ? 0 : (2 * overlap(left, right)) / total;
}

/** Share of `part`'s pairs that `whole` has too, 0 to 1. */
export function containment(part: Shingles, whole: Shingles): number {
  const total = size(part);
  return total === 0 ? 0 : overlap(part, whole) / total;
}

function overlap(left: Shingles, right: Shingles): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const [pair, count] of small) shared += Math.min(count, large.get(pair) ?? 0);
  return shared;
}

/** A text is compared with many others: its size is counted once. */
const sizes = new WeakMap<Shingles, number>();

function size(counted: Shingles): number {
  const known = sizes.get(counted);
  if (known !== undefined) return known;
  let total = 0;
  for (const count of counted.values()) total += count;
  sizes.set(counted, total);
  return total;
}

import { matchKey } from './fold.ts';

/** Counted pairs of neighbouring characters of a text's match key; a text of one character is its own pair. */
export type Shingles = ReadonlyMap<string, number>;

export function shingles(text: string): Shingles {
  const key = [...matchKey(text)];
  const counted = new Map<string, number>();
  if (key.length === 1) counted.set(key.join(''), 1);
  for (let index = 0; index + 1 < key.length; index += 1) {
    const pair = `${key[index]}${key[index + 1]}`;
    counted.set(pair, (counted.get(pair) ?? 0) + 1);
  }
  return counted;
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

function size(counted: Shingles): number {
  let total = 0;
  for (const count of counted.values()) total += count;
  return total;
}

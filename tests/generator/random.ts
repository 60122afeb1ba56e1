/** A stream of repeatable choices: the same seed gives the same document for ever. */
export type Random = {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** `count` different choices in random order; all of them where there are fewer. */
  sample<T>(choices: readonly T[], count: number): T[];
};

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to vary documents. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(choices: readonly T[]): T => {
    const index = integer(0, choices.length - 1);
    if (index >= choices.length) throw new RangeError('nothing to pick from');
    return choices[index] as T; // an index inside the list
  };
  const sample = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(integer(0, left.length - 1), 1));
    return taken;
  };
  return { next, integer, chance: (probability) => next() < probability, pick, sample };
}

/** A seed of its own for a named part of a seeded whole (FNV-1a), so that parts can change without moving each other. */
export function derive(seed: number, label: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const character of label) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}

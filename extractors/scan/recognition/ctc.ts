import type { ReadCharacter } from './engines.ts';

/** Probabilities of one image: `steps` rows of `classes` numbers; class 0 is the blank between characters. */
export type StepProbabilities = {
  readonly values: Float32Array;
  readonly steps: number;
  readonly classes: number;
};

/**
 * Greedy decoding: the likeliest class of each step, repeats and blanks dropped; a character's probability and place are
 * those of its surest step. `allowed` restricts the classes (the blank is always allowed).
 */
export function decodeGreedily(
  { values, steps, classes }: StepProbabilities,
  alphabet: readonly string[],
  allowed?: readonly number[],
): readonly ReadCharacter[] {
  const found: { text: string; probability: number; at: number }[] = [];
  let before = 0;
  for (let step = 0; step < steps; step += 1) {
    const row = step * classes;
    const best = allowed ? likeliestOf(values, row, allowed) : likeliest(values, row, classes);
    const total = allowed ? sumOf(values, row, allowed) : 1;
    const probability = (values[row + best] ?? 0) / (total || 1);
    if (best !== 0) {
      const last = found.at(-1);
      const at = (step + 0.5) / steps;
      if (best !== before || !last) found.push({ text: alphabet[best] ?? '', probability, at });
      else if (probability > last.probability) Object.assign(last, { probability, at });
    }
    before = best;
  }
  return found;
}

function likeliest(values: Float32Array, row: number, classes: number): number {
  let best = 0;
  let highest = values[row] ?? 0;
  for (let index = 1; index < classes; index += 1) {
    const value = values[row + index] ?? 0;
    if (value > highest) [best, highest] = [index, value];
  }
  return best;
}

function likeliestOf(values: Float32Array, row: number, allowed: readonly number[]): number {
  let best = 0;
  for (const index of allowed) if ((values[row + index] ?? 0) > (values[row + best] ?? 0)) best = index;
  return best;
}

/** At least a hundredth: where none of the allowed classes is likely, the answer must stay unsure. */
function sumOf(values: Float32Array, row: number, allowed: readonly number[]): number {
  let sum = values[row] ?? 0;
  for (const index of allowed) sum += values[row + index] ?? 0;
  return Math.max(sum, 0.5);
}

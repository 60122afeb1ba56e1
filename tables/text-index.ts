import { shingles } from '../text/similarity.ts';

/** A list of texts that can be asked how much another text is like each of them. */
export type TextIndex = {
  /** Cosine similarity to every text, 0 to 1, pairs of characters weighted by how few of the texts hold them. */
  readonly ask: (text: string) => readonly number[];
};

/** Weighs by inverse document frequency (Spärck Jones 1972), so that what all texts share decides nothing. */
export function indexTexts(texts: readonly string[]): TextIndex {
  const sets = texts.map((text) => new Set(shingles(text).keys()));
  const holders = new Map<string, number[]>();
  sets.forEach((set, index) => {
    for (const pair of set) {
      const known = holders.get(pair);
      if (known) known.push(index);
      else holders.set(pair, [index]);
    }
  });
  const weight = (pair: string): number => Math.log(1 + texts.length / (holders.get(pair)?.length ?? 1)) ** 2;
  const norms = sets.map((set) => Math.sqrt(sum([...set].map(weight))));
  return {
    ask: (text) => {
      const scores = texts.map(() => 0);
      let own = 0;
      for (const pair of shingles(text).keys()) {
        const known = holders.get(pair);
        // A pair that no text holds says little against a match: publishers add words of their own.
        if (known === undefined) {
          own += 0.05;
          continue;
        }
        const value = weight(pair);
        own += value;
        for (const index of known) scores[index] = (scores[index] ?? 0) + value;
      }
      const norm = Math.sqrt(own);
      return scores.map((score, index) =>
        norm === 0 || norms[index] === 0 ? 0 : score / (norm * (norms[index] ?? 1)),
      );
    },
  };
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

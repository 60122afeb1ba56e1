import { usualNotWords, usualWords, type WeighedWord } from './candidate-words.ts';

/** Gives what a text's words weigh together; 0 where none is in it. */
export type WordScore = (text: string) => number;

/** A word that an operator adds weighs as much as the name of a table, for or against. */
const ownWeight = 6;

/** A word that settles what a title is about; weak words against it (通知) mean nothing beside it. */
const tellingWeight = 3;
const weakWeight = -2;

/**
 * Weighs texts by the usual words and a site's own. Longer words are taken first and out of the text, so that 绩效自评 does
 * not count as 绩效 and 自评 again. Letters, width and spaces do not matter.
 */
export function wordScore(words: readonly string[] = [], notWords: readonly string[] = []): WordScore {
  const all: readonly WeighedWord[] = [
    ...words.map((word) => ({ word, weight: ownWeight })),
    ...notWords.map((word) => ({ word, weight: -ownWeight })),
    ...usualWords,
    ...usualNotWords,
  ];
  const sorted = all
    .map(({ word, weight }) => ({ word: plain(word), weight }))
    .sort((left, right) => right.word.length - left.word.length);
  return (text) => {
    let rest = plain(text);
    const weights: number[] = [];
    for (const { word, weight } of sorted) {
      if (!rest.includes(word)) continue;
      rest = rest.replaceAll(word, '\u0000');
      weights.push(weight);
    }
    const isTelling = weights.some((weight) => weight >= tellingWeight);
    return weights.filter((weight) => !isTelling || weight > 0 || weight < weakWeight).reduce(sum, 0);
  };
}

const sum = (left: number, right: number): number => left + right;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'《》]+/g, '');

import type { Box } from '../../model/place.ts';
import { greatest } from './extremes.ts';
import type { Glyph } from './page-content.ts';
import { isWide } from './scripts.ts';
import { type TextLine, unite } from './text-lines.ts';

/** A piece of a line with no wide gap inside: what may be the content of one cell on one line. */
export type Chunk = {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  /** Its words, left to right. */
  readonly words: readonly Word[];
};

export type Word = { readonly text: string; readonly box: Box; readonly size: number };

/** A line as its chunks; dot leaders are left out, they only lead the eye over a gap. */
export type ChunkedLine = { readonly box: Box; readonly size: number; readonly chunks: readonly Chunk[] };

/** Shares of the font size: the usual space is 0.25, that of typewriter fonts 0.6; justified text stretches to about 0.7. */
export const chunkGap = 0.85;
const wordGap = 0.2;

const isLeader = (text: string): boolean => /^[.…·_]{2,}$/u.test(text) || text === '.' || text === '…';

function wordsOf(line: TextLine): readonly Word[] {
  const groups: Glyph[][] = [];
  line.glyphs.forEach((glyph, index) => {
    const before = line.glyphs[index - 1];
    const gap = before ? glyph.box[0] - before.box[2] : Number.POSITIVE_INFINITY;
    const parted =
      !before ||
      gap > wordGap * glyph.size ||
      (glyph.spaceBefore && gap > 0.05 * glyph.size && !isWide(glyph.text));
    if (parted) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
  });
  return groups.map((glyphs) => ({
    text: glyphs.map((glyph) => glyph.text).join(''),
    box: unite(glyphs.map((glyph) => glyph.box)),
    size: greatest(glyphs.map((glyph) => glyph.size)),
  }));
}

/** `label.......` as its label: the trailing dots of a word are a leader too. */
function withoutTrailingLeader(word: Word): Word {
  const text = word.text.replace(/\.{3,}$/u, '');
  if (text === word.text || text === '') return word;
  const share = text.length / word.text.length;
  const [left, top, right, bottom] = word.box;
  return { ...word, text, box: [left, top, left + (right - left) * share, bottom] };
}

export function chunkFrom(words: readonly Word[]): Chunk {
  return {
    text: words.map((word) => word.text).join(' '),
    box: unite(words.map((word) => word.box)),
    size: greatest(words.map((word) => word.size)),
    words,
  };
}

/** Two figures side by side are parted by less than other words: in a typewriter's table by one space. */
const figureGap = 0.45;

/** The rest of a number whose thousands are set apart by a space. */
const isThousands = (before: Word, after: Word): boolean =>
  /^\d{3}(?:[.,]\d+)?$/.test(after.text) && /^[-–+]?\d{1,3}$/.test(before.text);

function isParted(before: Word, after: Word, cuts: readonly number[]): boolean {
  const gap = after.box[0] - before.box[2];
  const size = Math.max(after.size, before.size);
  if (gap > chunkGap * size) return true;
  const slack = 0.15 * size;
  if (cuts.some((cut) => cut >= before.box[2] - slack && cut <= after.box[0] + slack)) return true;
  const numbers = /^[-–+$]?[\d,.]+%?$/;
  return (
    gap > figureGap * size &&
    numbers.test(before.text) &&
    numbers.test(after.text) &&
    !isThousands(before, after)
  );
}

/** Parts a line at gaps that are wider than the spaces of any text, and at `cuts` (positions of drawn lines, points). */
export function chunkLine(line: TextLine, cuts: readonly number[] = []): ChunkedLine {
  const words = wordsOf(line);
  const leaders = words.map((word, index) => {
    const neighbour = words[index - 1]?.text === '.' || words[index + 1]?.text === '.';
    return isLeader(word.text) && (word.text.length > 1 || neighbour);
  });
  const groups: Word[][] = [];
  let last: Word | undefined;
  words.forEach((word, index) => {
    if (leaders[index]) {
      last = undefined;
      return;
    }
    const kept = withoutTrailingLeader(word);
    if (!last || isParted(last, kept, cuts)) groups.push([kept]);
    else groups.at(-1)?.push(kept);
    last = kept;
  });
  return { box: line.box, size: line.size, chunks: groups.map(chunkFrom) };
}

/** Is the text a figure as tables print it: a number with signs, units and footnote marks, or what stands for none? */
export function isFigure(text: string): boolean {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(?:[-–—.*]+|n\.?\/?a\.?|\.\.|…|\([xX]\)|[†‡§])$/iu.test(bare)) return true;
  const digits = bare.replace(/[^\d]/g, '').length;
  return digits > 0 && digits >= 0.4 * bare.length && !/\p{L}{4,}/u.test(bare);
}

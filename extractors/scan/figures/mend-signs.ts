import type { InkLine } from '../lines/find-lines.ts';
import { enclose } from '../pixels/page-pixels.ts';
import { type PlacedCharacter, type ReadLine, textOf } from '../recognition/read-lines.ts';
import type { StraightPage } from '../straight-page.ts';
import { isFigureOrPair } from './figure-text.ts';
import { findBlurredOperator, findOperator, findOperatorAlone, isFlatStroke } from './operators.ts';

/** A line with what was read first, where the shape of its ink speaks for another reading. */
export type Mended = ReadLine & { readonly overruled?: string };

/**
 * Puts the sign that the ink shows in the place of what was read there. Where that was a digit, both readings remain: a broken
 * 2 looks like ≤, and a blurred ≥ like 2.
 */
export function withOperator(read: ReadLine, page: StraightPage): Mended {
  const first = read.free[0]?.text ?? '';
  const clear = findOperator(read.line.parts, page.flat);
  const blurred = /\d/u.test(first) ? findBlurredOperator : findOperatorAlone;
  const isText = read.free.length > 1 && !/\d/u.test(first);
  const operator = clear ?? (isText ? undefined : blurred(read.line.parts, page.flat));
  if (!operator || first === operator.sign) return read;
  const put = (characters: readonly PlacedCharacter[]): readonly PlacedCharacter[] => [
    { text: operator.sign, probability: 0.9, x: operator.right - 1 },
    ...characters.filter(({ x, text }) => x > operator.right && !/^[≥≤<>]$/u.test(text)),
  ];
  const [free, figure] = [put(read.free), put(read.figure)];
  const alone = read.line.parts.every(({ right }) => right <= operator.right);
  if (alone && read.free.length <= 1) return { ...read, free: free.slice(0, 1), figure: figure.slice(0, 1) };
  const isOfText = read.free.some(({ text }) => /\p{Script=Han}/u.test(text));
  if (!isFigureOrPair(textOf(free)) && (isOfText || !isFigureOrPair(textOf(figure)))) return read;
  const mended = { ...read, free, figure };
  return /[\d≥≤]/u.test(first) ? { ...mended, overruled: textOf(read.free) } : mended;
}

/** Widths in heights: a percent sign alone is narrower than one behind a digit. */
const widestPercent = 1.5;

/** The rings of a percent sign that stands alone are read as digits before it (`0%`). */
export function withPercentAlone(read: Mended): Mended {
  if (!/^[0Oo]{1,2}[%/]?0?$/u.test(textOf(read.free)) || !/[%/]/u.test(textOf(read.free))) return read;
  const { left, right, top, bottom } = enclose(read.line.parts);
  if (right - left > widestPercent * (bottom - top)) return read;
  const percent = [{ text: '%', probability: 0.9, x: (left + right) / 2 }];
  return { ...read, free: percent, figure: percent };
}

/** What a flat stroke on a line of its own can be: the whole of a cell, or a character of a word that is set downwards. */
export type StrokeUse = 'dash' | 'dash or 一' | '一';

/** A flat stroke alone is a dash or the character 一, whatever the recogniser makes of it. */
export function withFlatStroke(read: Mended, em: number, use: StrokeUse): Mended {
  if (!isFlatStroke(read.line.parts, em)) return read;
  const first = read.free[0];
  if (use === 'dash or 一' && first?.text === '一' && first.probability > 0.9) return read;
  const { left, right } = read.line.box;
  const dash = right - left > 0.6 * em ? '—' : '-';
  const stroke = [{ text: use === '一' ? '一' : dash, probability: 0.9, x: (left + right) / 2 }];
  return { ...read, free: stroke, figure: stroke };
}

/** The line from behind its comparison sign: Tesseract takes the sign for a digit. */
export function behindOperator({ line, free }: ReadLine): InkLine {
  const [sign, next] = free;
  if (!sign || !next || !/^[≥≤<>]$/u.test(sign.text)) return line;
  const middle = (sign.x + next.x) / 2;
  const parts = line.parts.filter((part) => (part.left + part.right) / 2 > middle);
  if (parts.length === 0) return line;
  return { ...line, parts, box: { ...line.box, left: Math.min(...parts.map(({ left }) => left)) } };
}

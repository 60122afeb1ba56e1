import type { InkPart } from '../lines/ink-parts.ts';
import type { FlatImage } from '../lines/line-image.ts';
import { heightOf, type PixelBox, widthOf } from '../pixels/page-pixels.ts';
import type { PlacedCharacter, ReadLine } from '../recognition/read-lines.ts';
import { inkOf } from './mend-marks.ts';

/** Size of 。 ， 、 in heights of their line, and how low their middle stands. */
const mark = { least: 0.12, most: 0.48, lowest: 0.55 };

/** Heights of a line: a mark's middle lies so far behind the middle of what it follows, or it is a part of that (the ring of %). */
const behind = 0.42;

/** Heights between the middles of two characters with a mark between them; without one they stand one height apart. */
const withMark = 1.5;

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const middleOf = (part: PixelBox): number => (part.left + part.right) / 2;

/** Is a piece of ink small, low and with nothing above or below it? */
function isMark(part: InkPart, { parts, box }: ReadLine['line']): boolean {
  const [wide, tall, height] = [widthOf(part), heightOf(part), heightOf(box)];
  if (Math.max(wide, tall) > mark.most * height || Math.max(wide, tall) < mark.least * height) return false;
  if ((part.top + part.bottom) / 2 < box.top + mark.lowest * height) return false;
  return parts.every(
    (other) => other === part || other.right <= part.left + 1 || other.left >= part.right - 1,
  );
}

/** Share of the darkest quarter's ink that each quarter of a ring has; a comma has none in one. */
const leastQuarter = 0.5;

/** A small ring: about as wide as tall, with ink all around and less in its middle. */
function isRing(part: InkPart, flat: FlatImage): boolean {
  const [wide, tall] = [widthOf(part), heightOf(part)];
  if (tall > 1.5 * wide || wide > 1.5 * tall) return false;
  const [x, y] = [middleOf(part), (part.top + part.bottom) / 2];
  const core = { left: x - 0.5, right: x + 0.5, top: y - 0.5, bottom: y + 0.5 };
  if (inkOf(flat, core) >= 0.8 * inkOf(flat, part)) return false;
  const sides = [
    [part.left, x],
    [x, part.right],
  ] as const;
  const quarters = sides.flatMap(([left, right]) => [
    inkOf(flat, { left, right, top: part.top, bottom: y }),
    inkOf(flat, { left, right, top: y, bottom: part.bottom }),
  ]);
  return Math.min(...quarters) >= leastQuarter * Math.max(...quarters);
}

/** 。 is a ring; 、 falls to the right, ， hangs to the left. */
function signOf(part: InkPart, flat: FlatImage): '。' | '，' | '、' {
  if (isRing(part, flat)) return '。';
  const { image } = flat;
  const [cx, cy] = [middleOf(part), (part.top + part.bottom) / 2];
  let slope = 0;
  for (let y = part.top; y < part.bottom; y += 1)
    for (let x = part.left; x < part.right; x += 1)
      slope += (255 - (image.values[y * image.width + x] ?? 255)) * (x + 0.5 - cx) * (y + 0.5 - cy);
  return slope > 0 ? '、' : '，';
}

/** The full stop at the end of a line of text, a small ring that is read as 0, o, a point or nothing, or twice. */
function withFullStop<Line extends ReadLine>(read: Line, flat: FlatImage): Line {
  const last = read.line.parts.toSorted((a, b) => a.right - b.right).at(-1);
  if (!last || !isMark(last, read.line) || !isRing(last, flat)) return read;
  const height = heightOf(read.line.box);
  const isOwnReading = ({ text, x }: PlacedCharacter, index: number): boolean => {
    if (/^[0oOQ]$/u.test(text)) return x > last.left - 0.25 * height;
    const isLast = index === read.free.length - 1;
    return /^[°.。,，]$/u.test(text) && (x > last.left || (isLast && x > last.left - height));
  };
  const before = read.free.filter((one, index) => !isOwnReading(one, index));
  const end = before.at(-1);
  if (!end || end.x > middleOf(last) - behind * height) return read;
  return { ...read, free: [...before, { text: '。', probability: 0.9, x: middleOf(last) }] };
}

/** Heights of a line between the middle of a character and the mark behind it: the last stroke of 息 stands nearer. */
const besides = 0.55;

/** Marks beside characters of text that were passed over although their ink is there. */
function withLostMarks<Line extends ReadLine>(read: Line, flat: FlatImage): Line {
  const height = heightOf(read.line.box);
  const lost = read.line.parts.filter((part) => {
    const x = middleOf(part);
    const before = read.free.filter((one) => one.x < x).at(-1);
    const after = read.free.find((one) => one.x >= x);
    const stands = (one: PlacedCharacter | undefined): boolean =>
      one === undefined ||
      (isHan(one.text) && Math.max(part.left - one.x, one.x - part.right) > besides * height);
    if (!stands(before) || !stands(after)) return false;
    if (before && after && after.x - before.x < withMark * height) return false;
    return isMark(part, read.line);
  });
  if (lost.length === 0) return read;
  const found = lost.map((part) => ({ text: signOf(part, flat), probability: 0.9, x: middleOf(part) }));
  return { ...read, free: [...read.free, ...found].toSorted((a, b) => a.x - b.x) };
}

/** The dots of a colon are alike; the lower one of a semicolon has a tail. */
const longestDot = 1.35;

function isSemicolon({ x }: PlacedCharacter, { parts, box }: ReadLine['line']): boolean {
  const reach = 0.3 * heightOf(box);
  const dots = parts.filter(
    (part) => Math.abs(middleOf(part) - x) < reach && heightOf(part) < mark.most * heightOf(box),
  );
  const [upper, lower, ...others] = dots.toSorted((a, b) => a.top - b.top);
  if (!upper || !lower || others.length > 0 || lower.top < upper.bottom) return false;
  return heightOf(lower) > longestDot * heightOf(upper);
}

/** What a sign of a text is usually for, where recognisers take it for a similar one; undefined where it may be what was read. */
function usualSign(text: string, before: string, after: string): string | undefined {
  // `一.` is a heading.
  if (/^[.．]$/u.test(text) && isHan(before) && !/[一二三四五六七八九十]/u.test(before)) return '，';
  if (text === '°' && /\d/u.test(before) && !/[Cc]/u.test(after)) return '%';
  if (/^[Xx]$/u.test(text) && /[)）%\d\p{Script=Han}]/u.test(before) && /\d/u.test(after)) return '×';
  return undefined;
}

function withUsualSigns<Line extends ReadLine>(read: Line): Line {
  const free = read.free.map((one, index) => {
    const [before, after] = [read.free[index - 1]?.text ?? '', read.free[index + 1]?.text ?? ''];
    if (/^[:：]$/u.test(one.text) && isSemicolon(one, read.line)) return { ...one, text: '；' };
    return { ...one, text: usualSign(one.text, before, after) ?? one.text };
  });
  return { ...read, free };
}

/** Puts the marks of a line of text right by the ink that is there; `paper` says whether specks of dirt look like marks. */
export function withPunctuation<Line extends ReadLine>(
  read: Line,
  flat: FlatImage,
  paper: 'clean' | 'dirty',
): Line {
  if (!read.free.some(({ text }) => isHan(text))) return withUsualSigns(read);
  const stopped = withFullStop(read, flat);
  return withUsualSigns(paper === 'clean' ? withLostMarks(stopped, flat) : stopped);
}

/** Angle brackets that nothing closes or opens are comparison signs that were misread. */
export function withPairedBrackets<Line extends ReadLine>(lines: readonly Line[]): readonly Line[] {
  const has = (sign: string): boolean => lines.some(({ free }) => free.some(({ text }) => text === sign));
  const signs: Readonly<Record<string, string>> = {
    ...(has('《') && !has('》') ? { '《': '≤' } : {}),
    ...(has('》') && !has('《') ? { '》': '≥' } : {}),
  };
  if (Object.keys(signs).length === 0) return lines;
  return lines.map((line) => ({
    ...line,
    free: line.free.map((one) => ({ ...one, text: signs[one.text] ?? one.text })),
  }));
}

/** Heights of a character; ink that is nowhere larger is a mark or dirt. */
const speck = 0.3;

/**
 * A line of nothing but small ink in a cell with other lines: the full stop for which there was no room behind the text above
 * it, or dirt, in which recognisers see signs.
 */
export function withoutSpecks<Line extends ReadLine>(
  lines: readonly Line[],
  flat: FlatImage,
  em: number,
): readonly Line[] {
  if (lines.length < 2) return lines;
  return lines.flatMap((read, index): readonly Line[] => {
    const largest = Math.max(...read.line.parts.map((part) => Math.max(widthOf(part), heightOf(part))));
    const [only, ...others] = read.line.parts;
    if (!only || largest > mark.most * em) return [read];
    const above = lines[index - 1]?.free.some(({ text }) => isHan(text)) ?? false;
    const isStop = above && others.length === 0 && isRing(only, flat);
    if (isStop) return [{ ...read, free: [{ text: '。', probability: 0.9, x: middleOf(only) }], figure: [] }];
    return largest > speck * em ? [read] : [];
  });
}

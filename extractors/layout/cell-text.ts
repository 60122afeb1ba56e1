import type { Box } from '../../model/place.ts';
import { greatest, least } from './extremes.ts';
import type { Direction, Glyph } from './page-content.ts';
import { isNumeral, isWide } from './scripts.ts';
import { type TextLine, textLines } from './text-lines.ts';

const directions: readonly Direction[] = ['right', 'up', 'down', 'left'];

/** How far the first word of a line is too wide for what was left of the line before, in ems. */
const slack = 0.3;

/** Width in points of the first thing that cannot be broken: one CJK character, a word or a number. */
function firstWordWidth(line: TextLine): number {
  const first = line.glyphs[0];
  if (!first) return 0;
  const isApart = ({ text }: Glyph): boolean => isWide(text) && !isNumeral(text);
  if (isApart(first)) return first.box[2] - first.box[0];
  const end = line.glyphs.findIndex((glyph, index) => index > 0 && (glyph.spaceBefore || isApart(glyph)));
  const last = line.glyphs[(end < 0 ? line.glyphs.length : end) - 1] ?? first;
  return last.box[2] - first.box[0];
}

/** Blank points inside a cell's left or right side, at most one em: what the publisher's program pads with. */
function padding(lines: readonly TextLine[], cell: Box): number {
  const margins = lines.flatMap((line) => [line.box[0] - cell[0], cell[2] - line.box[2]]);
  const size = greatest(lines.map((line) => line.size));
  return Math.min(Math.max(0, least(margins)), size);
}

/** Points across that a cell has for its lines. */
export const roomAcross = (lines: readonly TextLine[], cell: Box): number =>
  cell[2] - cell[0] - 2 * padding(lines, cell);

/** Was a line of a cell broken because what follows did not fit into it any more? `room` in points. */
export function isFull(before: TextLine, after: TextLine, room: number): boolean {
  const left = room - (before.box[2] - before.box[0]);
  return left < firstWordWidth(after) + slack * before.size;
}

/** What stands between two lines of a cell: nothing or a space where the line was full, a line break where it was not. */
function joint(before: TextLine, after: TextLine, room: number): string {
  const last = before.glyphs.at(-1)?.text ?? '';
  const first = after.glyphs[0]?.text ?? '';
  if (!isFull(before, after, room)) return '\n';
  if (isWide(last) || isWide(first)) return '';
  if (isNumeral(last) && isNumeral(first)) return '';
  return /[-\u2010\u00ad]/u.test(last) ? '' : ' ';
}

function joinLines(lines: readonly TextLine[], cell: Box): string {
  const room = roomAcross(lines, cell);
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    text += (before ? joint(before, line, room) : '') + line.text;
  });
  return text;
}

/** A cell as its text sees it: turned so that lines run to the right. */
function turned([x0, y0, x1, y1]: Box, direction: Direction): Box {
  return direction === 'up' || direction === 'down' ? [y0, x0, y1, x1] : [x0, y0, x1, y1];
}

/**
 * The text of a cell from the glyphs whose centres lie in it. Soft line breaks are undone ("10" over "0%" is 100%), hard
 * ones stay as `\n`; text that stands upright on its side follows the text that runs to the right.
 */
export function cellText(glyphs: readonly Glyph[], cell: Box): string {
  if (glyphs.length === 0) return '';
  const parts = directions.flatMap((direction) => {
    const lines = textLines(glyphs, direction);
    if (lines.length === 0) return [];
    return [joinLines(direction === 'right' ? lines : lines.map(turnLine), turned(cell, direction))];
  });
  return parts.join('\n');
}

/** Only lengths along the line matter for joining: swap the sides of a line that runs up or down. */
function turnLine(line: TextLine): TextLine {
  const direction = line.glyphs[0]?.direction ?? 'right';
  return {
    ...line,
    box: turned(line.box, direction),
    glyphs: line.glyphs.map((glyph) => ({ ...glyph, box: turned(glyph.box, direction) })),
  };
}

import type { Box } from '../../model/place.ts';
import { greatest, least } from './extremes.ts';
import type { Glyph } from './page-content.ts';
import type { ProseLine } from './running-lines.ts';
import { isWide } from './scripts.ts';
import { type TextLine, textLines, unite } from './text-lines.ts';

/** Shares of the text size: what a full line may lack at its end, and how far apart lines of one paragraph may stand. */
const ragged = 2;
const leading = 1.3;

const directions = ['right', 'up', 'down', 'left'] as const;

/** The lines of a page's text outside tables, top to bottom. */
export function proseLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  return directions
    .flatMap((direction) => textLines(glyphs, direction))
    .filter((line) => line.text.trim() !== '')
    .toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

type Block = { readonly left: number; readonly right: number };

/** Does `after` go on where `before`, a full line, broke off? */
function flowsOn(before: TextLine, after: TextLine, { left, right }: Block): boolean {
  const size = Math.max(before.size, after.size);
  const gap = after.box[1] - before.box[3];
  return (
    Math.abs(before.size - after.size) < 0.1 * size &&
    gap < leading * size &&
    gap > -0.5 * size &&
    before.box[2] > right - ragged * size &&
    after.box[0] < left + size
  );
}

function paragraph(lines: readonly TextLine[]): ProseLine {
  let text = '';
  lines.forEach((line, index) => {
    const last = text.at(-1) ?? '';
    const apart = index > 0 && !isWide(last) && !isWide(line.text.charAt(0)) && last !== '-';
    text += (apart ? ' ' : '') + line.text;
  });
  const box: Box = unite(lines.map((line) => line.box));
  return { text, box };
}

/** Lines that run on joined to paragraphs. Lines of tables must not be among them; `barriers` are tables that part text. */
export function joinParagraphs(lines: readonly TextLine[], barriers: readonly Box[]): readonly ProseLine[] {
  const block: Block = {
    left: least(lines.map((line) => line.box[0])),
    right: greatest(lines.map((line) => line.box[2])),
  };
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const parted = before && barriers.some((box) => box[1] > before.box[1] && box[1] < line.box[1]);
    if (before && !parted && flowsOn(before, line, block)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map(paragraph);
}

import type { Box } from '../../model/place.ts';
import { joinRulings } from './bands.ts';
import { touches } from './components.ts';
import type { DrawnTable } from './drawn-table.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { lineTolerance, medianTextSize } from './ruled-tables.ts';
import { findRulings, type Ruling } from './rulings.ts';

const number = (value: number): string => String(Math.round(value * 100) / 100);

function rectangle([left, top, right, bottom]: Box, style: string): string {
  return `<rect x="${number(left)}" y="${number(top)}" width="${number(right - left)}" height="${number(bottom - top)}" ${style}/>`;
}

function line({ axis, at, from, to, width }: Ruling): string {
  const [x1, y1, x2, y2] = (axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to]).map(number);
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke-width="${number(Math.max(width, 0.5))}"/>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A document's text in XML: control characters have no place there. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (character) => escapes[character] ?? '');

function letter({ text, box, size }: Glyph): string {
  return `<text x="${number(box[0])}" y="${number(box[3] - 0.2 * size)}" font-size="${number(size)}">${escaped(text)}</text>`;
}

function crossings(
  horizontals: readonly Ruling[],
  verticals: readonly Ruling[],
  tolerance: number,
): readonly string[] {
  return horizontals.flatMap((horizontal) =>
    verticals
      .filter((vertical) => touches(horizontal, vertical, tolerance))
      .map((vertical) => `<circle cx="${number(vertical.at)}" cy="${number(horizontal.at)}" r="1.5"/>`),
  );
}

/** The page as SVG (points): its text grey, lines blue, crossings red, cells green (ruled) or orange (aligned). */
export function drawPage(page: PageContent, tables: readonly DrawnTable[]): string {
  const tolerance = lineTolerance(medianTextSize(page.glyphs));
  const rulings = findRulings(page);
  const horizontals = joinRulings(rulings, 'horizontal', tolerance);
  const verticals = joinRulings(rulings, 'vertical', tolerance);
  const cells = tables.flatMap(({ cells, evidence }) => {
    const colour = evidence === 'ruled' ? '#2a2' : '#e80';
    return cells.map(({ box }) => rectangle(box, `fill="${colour}" fill-opacity="0.12" stroke="${colour}"`));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(page.width)} ${number(page.height)}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<g fill="#666">${page.glyphs.map(letter).join('')}</g>`,
    `<g stroke="#36c">${[...horizontals, ...verticals].map(line).join('')}</g>`,
    `<g>${cells.join('')}</g>`,
    `<g fill="#d00">${crossings(horizontals, verticals, tolerance).join('')}</g>`,
    '</svg>\n',
  ].join('\n');
}

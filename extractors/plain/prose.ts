import type { Block } from '../../model/extraction.ts';
import { cleanText } from './clean-text.ts';
import type { Line } from './lines.ts';
import { plainMarkdown } from './markdown-rows.ts';
import { placeOf } from './ragged-grid.ts';

/** Marks of Markdown that carry no text: rules, fences, the stars and underscores under headings. */
const onlyMarkup = /^\s*(?:[-*_=]{3,}|`{3,}\w*|~{3,}\w*)\s*$/;
const heading = /^\s*#{1,6}(?=\s)|\s+#{1,6}\s*$/g;
const image = /!\[[^\]]{0,500}\]\([^()\s]{0,2000}\)/g;

/** A line outside of tables, without what Markdown adds to its text; blank lines are no prose. */
export function readProse(line: Line): readonly Block[] {
  if (line.text.trim() === '' || onlyMarkup.test(line.text)) return [];
  const bare =
    line.text.startsWith('#') || line.text.includes('![')
      ? line.text.replace(heading, '').replace(image, '')
      : line.text;
  return cleanText(plainMarkdown(bare))
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'prose', text, place: placeOf(line) }));
}

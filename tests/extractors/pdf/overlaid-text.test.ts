import { describe, expect, test } from 'vitest';
import { extractPdf } from '../../../extractors/pdf/extract-pdf.ts';
import type { Extraction } from '../../../model/extraction.ts';
import { textAt, writePdf } from './write-pdf.ts';

async function read(content: string): Promise<Extraction> {
  const result = await extractPdf(writePdf([{ content }]));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const proseOf = ({ blocks }: Extraction): string =>
  blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : [])).join(' ');

const title = textAt(20, 160, 'Report of the unit');
const score = textAt(100, 50, '96.5');
const picture = (name: string): string => `q 60 0 0 30 90 40 cm /${name} Do Q\n`;

describe('text under a picture', () => {
  test('is kept and noted with its page and place', async () => {
    const extraction = await read(title + score + picture('Im1'));
    expect(proseOf(extraction)).toContain('96.5');
    expect(extraction.notes).toMatchObject([{ code: 'pdf/text-under-picture', place: { page: 1 } }]);
    const [left = 0, top = 0, right = 0, bottom = 0] = extraction.notes[0]?.place?.box ?? [];
    expect([left > 99, right < 122, top > 138, bottom < 156]).toEqual([true, true, true, true]);
    expect(extraction.notes[0]?.message.zh).toContain('96.5');
  });

  test.each([
    ['above it', title + picture('Im1') + score],
    ['under a seal with a soft mask', title + score + picture('Im2')],
    ['beside it', title + textAt(200, 50, '96.5') + picture('Im1')],
    ['painted once more above it', title + score + picture('Im1') + score],
    ['that is nearly the whole page', `${title}${score}q 298 0 0 198 1 1 cm /Im1 Do Q`],
  ])('is not noted where it stands %s', async (_place, content) => {
    const extraction = await read(textAt(20, 100, 'Enough words to be a page of text and no scan') + content);
    expect(extraction.notes).toEqual([]);
  });
});

describe('text on the spot of other text', () => {
  test('is kept and noted with its page and place', async () => {
    const extraction = await read(title + score + textAt(100, 50, '88.2'));
    expect(extraction.notes).toMatchObject([{ code: 'pdf/text-overlapping', place: { page: 1 } }]);
    expect(extraction.notes[0]?.place?.box?.[0]).toBeCloseTo(100, 0);
    expect(proseOf(extraction)).toMatch(/9.*8/);
  });

  test.each([
    ['the same text twice, for bold print', score + textAt(100.3, 50, '96.5')],
    ['a mark over a letter', textAt(100, 50, 'O') + textAt(100, 50, '/')],
    ['text that follows closely', textAt(100, 50, '96') + textAt(110, 50, '.5')],
    ['lines that stand close', score + textAt(100, 43, '88.2')],
  ])('is not noted for %s', async (_what, content) => {
    expect((await read(title + content)).notes).toEqual([]);
  });
});

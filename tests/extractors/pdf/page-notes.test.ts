import { describe, expect, test } from 'vitest';
import { pageNotes, pageState } from '../../../extractors/pdf/page-notes.ts';
import { glyphsAt, pageOf } from '../layout/page-builder.ts';

const words = glyphsAt('enough words to be a page of a report and not a mere title', 40, 40);
const scan = { box: [0, 0, 595, 842] as const, order: 0 };

describe('pageState', () => {
  test('a page with text is read as text, also over a picture', () => {
    expect(pageState(pageOf({ glyphs: words, images: [scan] }))).toBe('text');
  });
  test('a scan with an invisible text layer is a picture', () => {
    const hidden = words.map((glyph) => ({ ...glyph, hiding: 'no-paint' as const }));
    const page = pageOf({ glyphs: hidden, images: [scan] });
    expect(pageState(page)).toBe('picture');
    expect(pageNotes(page, 'picture').map((note) => note.code)).toEqual(['pdf/text-hidden']);
  });
  test('a page whose fonts give no Unicode is unusable', () => {
    const page = pageOf({ glyphs: words, unmappedGlyphs: words.length });
    expect(pageState(page)).toBe('unusable');
    expect(pageNotes(page, 'unusable')).toEqual([]);
  });
  test('a blank page is blank and needs no note', () => {
    expect(pageNotes(pageOf({}), pageState(pageOf({})))).toEqual([]);
  });
});

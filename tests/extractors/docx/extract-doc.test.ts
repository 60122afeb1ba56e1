import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractDoc } from '../../../extractors/docx/extract-doc.ts';
import { extractionSchema } from '../../../model/extraction.ts';
import { extractionOf, gridsOf, noteCodes, proseOf, sketch } from '../grid-sketch.ts';

/** Written by LibreOffice from a docx with tracked changes, hidden text, merged cells and check boxes of two kinds. */
const form = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures/form.doc')));

describe('Word 97 files', () => {
  test('tables keep their merged cells and lines', async () => {
    const result = await extractDoc(form);
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['一级指标', '打分', '<', '说明'],
        ['^', '分值', '得分', '依据一'],
        ['产出', '50', '48.5', '第一段\n第二段'],
        ['合计', '<', '48.5', ''],
      ],
    ]);
    expect(extractionSchema.safeParse(extractionOf(result)).success).toBe(true);
  });

  test('deleted and hidden text is left out and noted, check boxes get one form', async () => {
    const result = await extractDoc(form);
    expect(proseOf(result)).toEqual(['部门整体支出绩效自评表', '（2023年度）', '☑优☐良☑中☐差']);
    expect(noteCodes(result)).toEqual(['docx/tracked-changes', 'docx/hidden-left-out']);
  });

  test('an encrypted file is refused', async () => {
    const mark = Buffer.from(form).indexOf(Uint8Array.of(0xec, 0xa5));
    const encrypted = form.with(mark + 0x0b, (form[mark + 0x0b] ?? 0) | 0x01);
    const result = await extractDoc(encrypted);
    expect(result.ok ? 'read' : result.refusal.code).toBe('office/encrypted');
  });

  test('damaged files are read or refused, never thrown, in bounded time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(form.length - 1), fc.nat(255), fc.nat(9), async (at, byte, cut) => {
        const damaged = cut === 0 ? form.slice(0, at) : form.with(at, byte);
        expect(typeof (await extractDoc(damaged)).ok).toBe('boolean');
      }),
      { numRuns: 800 },
    );
  }, 60_000);

  test('damage in the block that says where everything lies never hangs', async () => {
    const mark = Buffer.from(form).indexOf(Uint8Array.of(0xec, 0xa5));
    await fc.assert(
      fc.asyncProperty(fc.nat(0x200), fc.constantFrom(0, 0x7f, 0xff), async (offset, byte) => {
        expect(typeof (await extractDoc(form.with(mark + offset, byte))).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

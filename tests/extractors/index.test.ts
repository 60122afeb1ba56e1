import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../extractors/index.ts';
import { extractionSchema } from '../../model/extraction.ts';

const codeOf = async (bytes: Uint8Array | string): Promise<string> => {
  const result = await extract(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, 'x');
  return result.ok ? result.value.mediaType : result.refusal.code;
};

describe('extract', () => {
  test('an empty file is refused', async () => {
    expect(await codeOf('')).toBe('file/empty');
  });
  test.each([
    ['ZIP', 'PK\x03\x04'],
    ['Word', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['JPEG', '\xff\xd8\xff\xe0'],
  ])('a format that is not read yet is refused by its name: %s', async (name, head) => {
    const result = await extract(Buffer.from(head, 'latin1'), 'table.txt');
    expect(result).toMatchObject({ ok: false, refusal: { code: 'file/unsupported' } });
    expect(result.ok ? '' : result.refusal.message.en).toContain(name);
    expect(result.ok ? '' : result.refusal.message.zh).toContain(name);
  });
  test('unknown binary is refused', async () => {
    expect(await codeOf('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00')).toBe('file/unsupported');
  });
  test('the name decides nothing', async () => {
    expect(await codeOf('a\tb\n')).toBe('text/plain');
    expect((await extract(Buffer.from('得分\t9'), 'x.pdf')).ok).toBe(true);
  });
  test('random bytes are read or refused, and what is read fits the schema', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        const result = await extract(bytes, 'x');
        if (result.ok) expect(extractionSchema.safeParse(result.value).success).toBe(true);
        else expect(result.refusal.code).toMatch(/^(?:file|text)\//);
      }),
      { numRuns: 300 },
    );
  });
});

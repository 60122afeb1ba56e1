import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract, open } from '../../extractors/index.ts';
import { extractionSchema } from '../../model/extraction.ts';
import { writeZip } from './zip-writer.ts';

const codeOf = async (bytes: Uint8Array | string): Promise<string> => {
  const result = await extract(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, 'x');
  return result.ok ? result.value.mediaType : result.refusal.code;
};

describe('extract', () => {
  test('an empty file is refused', async () => {
    expect(await codeOf('')).toBe('file/empty');
  });
  test.each([
    ['html', '<html><table><tr><td>a<td>b<tr><td>1<td>1</table>', 'text/html'],
    [
      'mhtml',
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>x\n--b--`,
      'multipart/related',
    ],
    ['rar', 'Rar!\x1a\x07\x00', 'archive/unsupported'],
    ['damaged zip', 'PK\x03\x04', 'archive/damaged'],
    ['damaged Word', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office/damaged'],
  ])('%s is told by its content', async (_, content, expected) => {
    expect(await codeOf(content)).toBe(expected);
  });
  test('a name that promises something else is noted', async () => {
    const result = await extract(Buffer.from('<html><p>login</p>'), '自评表.pdf');
    expect(result.ok ? result.value.notes.map((each) => each.code) : []).toEqual(['file/name-mismatch']);
  });
  test('an archive gives its files, anything else gives none', async () => {
    const zip = writeZip([{ name: 'a.txt', content: '得分\t9' }]);
    const opened = await open(zip, 'x');
    const content = opened.ok && opened.value.kind === 'archive' ? opened.value.content : undefined;
    expect(content?.members.map((each) => each.name)).toEqual(['a.txt']);
    expect(await codeOf(zip)).toBe('archive/not-opened');
    expect(await open(Buffer.from('得分'), 'x')).toMatchObject({ value: { kind: 'document' } });
  });
  test('no library is loaded before it is needed', () => {
    const reached = staticImports(path.resolve('extractors/index.ts'), new Set());
    expect([...reached].some((file) => file.endsWith('sniff.ts'))).toBe(true);
    expect([...reached].filter((file) => !file.startsWith('/') && !file.startsWith('node:'))).toEqual([]);
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

/** All that is loaded with a file: what it imports by statements, not by calls. */
function staticImports(file: string, reached: Set<string>): ReadonlySet<string> {
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm,
  )) {
    const target = specifier.startsWith('.') ? path.resolve(path.dirname(file), specifier) : specifier;
    if (reached.has(target)) continue;
    reached.add(target);
    if (specifier.startsWith('.')) staticImports(target, reached);
  }
  return reached;
}

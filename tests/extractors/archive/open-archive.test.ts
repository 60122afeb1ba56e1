import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../extractors/archive/open-archive.ts';
import type { Result } from '../../../model/outcome-channels.ts';
import { wordFile } from '../docx/word-file.ts';
import { writeZip } from '../zip-writer.ts';

/** 自评表.xls in GBK. */
const gbkName = Uint8Array.from([0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed, 0x2e, 0x78, 0x6c, 0x73]);

function contentOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

const namesIn = async (bytes: Uint8Array) =>
  contentOf(await openArchive(bytes)).members.map((each) => each.name);
const codesIn = async (bytes: Uint8Array) =>
  contentOf(await openArchive(bytes)).notes.map((each) => each.code);

describe('files in an archive', () => {
  test('come out in order, with their bytes', async () => {
    const { members, notes } = contentOf(
      await openArchive(
        writeZip([
          { name: '甲/', content: '' },
          { name: '甲/一.txt', content: '一' },
          { name: '二.txt', content: '二' },
        ]),
      ),
    );
    expect(members.map((each) => [each.name, new TextDecoder().decode(each.bytes)])).toEqual([
      ['甲/一.txt', '一'],
      ['二.txt', '二'],
    ]);
    expect(notes).toEqual([]);
  });

  test('names in UTF-8, flagged or not, and in GBK are read', async () => {
    const zip = writeZip([
      { name: '表.xls', content: 'a', flags: 0x800 },
      { name: '表2.xls', content: 'b' },
      { name: gbkName, content: 'c' },
    ]);
    expect(await namesIn(zip)).toEqual(['表.xls', '表2.xls', '自评表.xls']);
  });

  test('names are labels and never paths', async () => {
    const zip = writeZip(
      ['../../etc/passwd', '/abs/a.txt', 'C:\\temp\\b.txt', 'a/./../c.txt', '..'].map((name) => ({
        name,
        content: 'x',
      })),
    );
    expect(await namesIn(zip)).toEqual(['etc/passwd', 'abs/a.txt', 'temp/b.txt', 'a/c.txt']);
  });

  test('a zip inside is opened once more and not a third time; a Word file is no archive', async () => {
    const third = writeZip([{ name: 'c.txt', content: 'c' }]);
    const second = writeZip([
      { name: 'b.txt', content: 'b' },
      { name: 'third.zip', content: third },
    ]);
    const zip = writeZip([
      { name: 'second.zip', content: second },
      { name: 'a.docx', content: wordFile('') },
    ]);
    expect(await namesIn(zip)).toEqual(['second.zip/b.txt', 'a.docx']);
    expect(await codesIn(zip)).toEqual(['archive/too-deep']);
  });

  test('links, locked members and leftovers of systems do not come out', async () => {
    const zip = writeZip([
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
      { name: 'locked.doc', content: 'x', flags: 1 },
      { name: '__MACOSX/._a.doc', content: 'x' },
      { name: 'dir/~$a.doc', content: 'x' },
      { name: 'a.doc', content: 'x' },
    ]);
    expect(await namesIn(zip)).toEqual(['a.doc']);
    expect(await codesIn(zip)).toEqual(['archive/member-link', 'archive/member-encrypted']);
  });
});

describe('hostile archives', () => {
  test('a member that inflates a thousandfold is left out, whatever size it states', async () => {
    const zip = writeZip([
      { name: 'bomb.txt', content: '\0'.repeat(50_000_000), statedSize: 5 },
      { name: 'a.txt', content: 'a' },
    ]);
    expect(await namesIn(zip)).toEqual(['a.txt']);
    expect(await codesIn(zip)).toEqual(['archive/member-too-large']);
  });

  test('of too many members the first come out and the rest is noted', async () => {
    const zip = writeZip(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.txt`, content: '' })));
    const { members, notes } = contentOf(await openArchive(zip));
    expect(members).toHaveLength(2000);
    expect(notes.map((each) => each.code)).toEqual(['archive/member-too-many']);
  });

  test('a member whose bytes do not match their checksum is left out', async () => {
    const zip = writeZip([{ name: 'a.txt', content: '得分\t9' }]);
    const sum = Buffer.from(zip).indexOf('PK\x01\x02') + 16;
    expect(await codesIn(zip.with(sum, (zip[sum] ?? 0) ^ 1))).toEqual(['archive/member-damaged']);
  });

  test('what is no zip is refused', async () => {
    const result = await openArchive(new TextEncoder().encode('PK\x03\x04 and no more'));
    expect(result.ok ? 'read' : result.refusal.code).toBe('archive/damaged');
  });

  test('damaged archives give what they can or are refused, never thrown', async () => {
    const zip = writeZip([
      { name: 'a.txt', content: 'aaaaaaaa' },
      { name: 'b.zip', content: writeZip([{ name: 'c.txt', content: 'cc' }]) },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const damaged = cut ? zip.slice(0, at) : zip.with(at, byte);
        expect(typeof (await openArchive(damaged)).ok).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });
});

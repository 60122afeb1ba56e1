import { describe, expect, test } from 'vitest';
import { extract } from '../../../extractors/index.ts';
import { gb18030, utf16be, utf16le } from './encode.ts';
import { cellsOf, gridsOf, read } from './read.ts';

const text = '部门整体支出绩效自评表\n一级指标\t分值\t得分\n产出指标\t50\t49.5\n';
const cells = ['0,0 一级指标', '0,1 分值', '0,2 得分', '1,0 产出指标', '1,1 50', '1,2 49.5'];
const utf8 = new TextEncoder().encode(text);
const withMark = (mark: readonly number[], bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...mark, ...bytes]);

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8, []],
    ['UTF-8 with a mark', withMark([0xef, 0xbb, 0xbf], utf8), []],
    ['UTF-16 LE with a mark', withMark([0xff, 0xfe], utf16le(text)), []],
    ['UTF-16 BE with a mark', withMark([0xfe, 0xff], utf16be(text)), []],
    ['UTF-16 LE', utf16le(text), ['text/encoding-guessed']],
    ['UTF-16 BE', utf16be(text), ['text/encoding-guessed']],
    ['GB18030', gb18030(text), ['text/encoding-guessed']],
  ])('%s is read', async (_name, bytes, notes) => {
    const extraction = await read(bytes);
    expect(cellsOf(gridsOf(extraction)[0])).toEqual(cells);
    expect(extraction.notes.map(({ code }) => code)).toEqual(notes);
  });
  test('UTF-8 that was cut inside a character or damaged is still UTF-8, with a note', async () => {
    const cut = await read(utf8.slice(0, 41));
    expect(cut.notes.map(({ code }) => code)).toEqual(['text/encoding-guessed', 'text/damaged-characters']);
    expect(cut.blocks[0]).toMatchObject({ text: '部门整体支出绩效自评表' });
  });
  test('text that turns into rubbish is refused', async () => {
    const rubbish = Uint8Array.from([
      ...utf8,
      ...Array.from({ length: 6000 }, () => 32),
      ...Array.from({ length: 6000 }, (_, i) => i % 9),
    ]);
    expect(await extract(rubbish, 'x')).toMatchObject({ ok: false, refusal: { code: 'text/binary' } });
  });
});

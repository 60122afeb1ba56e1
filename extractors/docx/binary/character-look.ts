import { readSymbols } from '../../check-boxes.ts';
import type { WordFile } from './open-word-file.ts';
import type { PropertyRun, RunLookup } from './property-run.ts';
import { sprmsIn } from './sprms.ts';

/** How the characters of a run are shown. */
export type CharacterLook = {
  readonly visibility: 'shown' | 'hidden' | 'deleted';
  /** A character that the run draws from a symbol font. */
  readonly symbol: string | undefined;
  readonly font: string | undefined;
  /** The state of a form's check box that the run's picture mark stands for. */
  readonly box: '☑' | '☐' | undefined;
};

const deleted = 0x0800;
const hidden = 0x083c;
const symbol = 0x6a09;
const asciiFont = 0x4a4f;
const pictureAt = 0x6a03;

const plain: CharacterLook = { visibility: 'shown', symbol: undefined, font: undefined, box: undefined };

/** Gives the look of each character by its place in the file; looks are worked out once a run. */
export function characterLooks(file: WordFile, runs: RunLookup): (fc: number) => CharacterLook {
  const fonts = fontNames(file);
  const known = new Map<PropertyRun, CharacterLook>();
  let last: PropertyRun | undefined;
  return (fc) => {
    if (!last || fc < last.fcStart || fc >= last.fcEnd) last = runs(fc);
    if (!last || last.size === 0) return plain;
    const look = known.get(last) ?? readLook(file, last, fonts);
    known.set(last, look);
    return look;
  };
}

function readLook(file: WordFile, run: PropertyRun, fonts: readonly string[]): CharacterLook {
  const { main } = file;
  let look = plain;
  for (const { code, at } of sprmsIn(main, run.at, run.size)) {
    if (code === deleted && (main.getUint8(at) & 1) === 1) look = { ...look, visibility: 'deleted' };
    else if (code === hidden && (main.getUint8(at) & 1) === 1 && look.visibility === 'shown') {
      look = { ...look, visibility: 'hidden' };
    } else if (code === symbol) {
      const drawn = String.fromCharCode(main.getUint16(at + 2, true));
      look = { ...look, symbol: readSymbols(drawn, fonts[main.getUint16(at, true)]) };
    } else if (code === asciiFont) look = { ...look, font: fonts[main.getUint16(at, true)] };
    else if (code === pictureAt) look = { ...look, box: formBox(file.side, main.getUint32(at, true)) };
  }
  return look;
}

/** Names of the document's fonts (MS-DOC 2.9.290 SttbfFfn): 39 bytes of measures before each name. */
function fontNames(file: WordFile): readonly string[] {
  const { table, fonts } = file;
  const names: string[] = [];
  const end = Math.min(fonts.at + fonts.size, table.byteLength);
  let at = fonts.at + 4;
  while (at < end) {
    const size = table.getUint8(at);
    let name = '';
    for (let next = at + 40; next + 1 < Math.min(at + 1 + size, end); next += 2) {
      const code = table.getUint16(next, true);
      if (code === 0) break;
      name += String.fromCharCode(code);
    }
    names.push(name);
    at += 1 + size;
  }
  return names;
}

/** The state of a check box (MS-DOC 2.9.78 FFData) that lies behind a picture header in the side stream. */
function formBox(side: DataView | undefined, at: number): '☑' | '☐' | undefined {
  if (!side || at + 6 > side.byteLength) return undefined;
  const field = at + side.getUint16(at + 4, true);
  if (field + 10 > side.byteLength || side.getUint32(field, true) !== 0xffffffff) return undefined;
  const bits = side.getUint16(field + 4, true);
  if ((bits & 3) !== 1) return undefined;
  const state = (bits >> 2) & 0x1f;
  if (state !== 25) return state === 1 ? '☑' : '☐';
  // 25: as by default, which stands behind the field's name
  const byDefault = field + 10 + 2 + side.getUint16(field + 10, true) * 2 + 2;
  return byDefault + 2 <= side.byteLength && side.getUint16(byDefault, true) === 1 ? '☑' : '☐';
}

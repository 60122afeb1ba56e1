import type { WordFile } from './open-word-file.ts';

/** A stretch of text that lies in one place of the file; `cp` counts characters, `fc` bytes of the main stream. */
export type Piece = {
  readonly cpStart: number;
  readonly cpEnd: number;
  readonly fcStart: number;
  readonly bytesPerCharacter: 1 | 2;
};

/** Characters that one document may have; a 1,000-page report has some two million. */
const characterLimit = 20_000_000;

/** Reads the piece table (MS-DOC 2.9.38 Clx): the document's text in order, wherever its parts lie. */
export function readPieces(file: WordFile): readonly Piece[] {
  const { table } = file;
  let at = file.pieces.at;
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (table.getUint8(at) !== 2) throw new RangeError('no piece table');
  const size = table.getUint32(at + 1, true);
  const start = at + 5;
  const count = Math.floor((size - 4) / 12);
  return Array.from({ length: count }, (_, index) => {
    const cpStart = table.getUint32(start + index * 4, true);
    const cpEnd = table.getUint32(start + index * 4 + 4, true);
    if (cpEnd < cpStart || cpEnd > characterLimit) throw new RangeError('damaged piece table');
    const place = table.getUint32(start + (count + 1) * 4 + index * 8 + 2, true);
    const isCompressed = (place & 0x40000000) !== 0;
    const address = place & 0x3fffffff;
    return isCompressed
      ? { cpStart, cpEnd, fcStart: Math.floor(address / 2), bytesPerCharacter: 1 }
      : { cpStart, cpEnd, fcStart: address, bytesPerCharacter: 2 };
  });
}

/** One character of the text and the place in the file by which its properties are found. */
export type WordCharacter = { readonly character: string; readonly fc: number };

/** The characters of a range of character positions; stops where the file ends. */
export function* charactersIn(
  file: WordFile,
  pieces: readonly Piece[],
  range: readonly [number, number],
): Generator<WordCharacter, undefined, undefined> {
  const compressed = new TextDecoder('windows-1252');
  for (const piece of pieces) {
    const from = Math.max(piece.cpStart, range[0]);
    const to = Math.min(piece.cpEnd, range[1]);
    for (let cp = from; cp < to; cp += 1) {
      const fc = piece.fcStart + (cp - piece.cpStart) * piece.bytesPerCharacter;
      if (fc + piece.bytesPerCharacter > file.main.byteLength) return;
      const code = piece.bytesPerCharacter === 2 ? file.main.getUint16(fc, true) : file.main.getUint8(fc);
      const isHigh = piece.bytesPerCharacter === 1 && code >= 0x80 && code <= 0x9f;
      const character = isHigh ? compressed.decode(Uint8Array.of(code)) : String.fromCharCode(code);
      yield { character, fc };
    }
  }
}

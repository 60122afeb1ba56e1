import { accept, type Result, refuse } from '../../../model/outcome-channels.ts';
import { openOle } from '../../archive/ole-container.ts';

/** A part of a stream: where it begins and how many bytes it has. */
export type Extent = { readonly at: number; readonly size: number };

/** The streams of a Word 97 to 2003 file and what its file information block says of them (MS-DOC 2.5). */
export type WordFile = {
  readonly main: DataView;
  readonly table: DataView;
  /** Holds property lists that are too long for their page, and form fields. */
  readonly side: DataView | undefined;
  /** Character positions: the text itself, and the text boxes; half open. */
  readonly text: readonly [number, number];
  readonly textBoxes: readonly [number, number];
  readonly pieces: Extent;
  readonly paragraphs: Extent;
  readonly characters: Extent;
  readonly fonts: Extent;
};

const wordMagic = 0xa5ec;
const encryptedFlag = 0x0100;
const secondTableFlag = 0x0200;

/** First pair of offset and size in the block (MS-DOC 2.5.6). */
const extents = 0x9a;

/** Opens the container. Refuses `office/encrypted`, `doc/too-old` (before Word 97) and `doc/damaged`. */
export function openWordFile(bytes: Uint8Array): Result<WordFile> {
  const container = openOle(bytes);
  const stream = container?.stream('WordDocument');
  if (!container || !stream || stream.length < 0x200) return damagedDoc();
  const main = viewOf(stream);
  if (main.getUint16(0, true) !== wordMagic) return tooOld();
  const flags = main.getUint16(0x0a, true);
  if ((flags & encryptedFlag) !== 0) return encryptedDoc();
  const table = container.stream((flags & secondTableFlag) !== 0 ? '1Table' : '0Table');
  if (!table) return damagedDoc();
  const side = container.stream('Data');
  const counts = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.getUint32(at, true));
  const boxesAt = counts.slice(0, 6).reduce((sum, count) => sum + count, 0);
  return accept({
    main,
    table: viewOf(table),
    side: side ? viewOf(side) : undefined,
    text: [0, counts[0] ?? 0],
    textBoxes: [boxesAt, boxesAt + (counts[6] ?? 0)],
    pieces: extent(main, 33),
    paragraphs: extent(main, 13),
    characters: extent(main, 12),
    fonts: extent(main, 15),
  });
}

function extent(main: DataView, index: number): Extent {
  const at = extents + 8 * index;
  return { at: main.getUint32(at, true), size: main.getUint32(at + 4, true) };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function damagedDoc<T>(): Result<T> {
  return refuse('doc/damaged', {
    zh: '.doc 文件已损坏，请用 Word 或 WPS 打开后另存为 .docx 再检查',
    en: 'the .doc file is damaged; open it in Word or WPS, save it as .docx and check again',
  });
}

function tooOld<T>(): Result<T> {
  return refuse('doc/too-old', {
    zh: '.doc 文件的版本早于 Word 97，请另存为 .docx 再检查',
    en: 'the .doc file is older than Word 97; save it as .docx and check again',
  });
}

function encryptedDoc<T>(): Result<T> {
  return refuse('office/encrypted', {
    zh: '文件有打开密码，请去除密码后再检查',
    en: 'the file is protected by a password; remove it and check again',
  });
}

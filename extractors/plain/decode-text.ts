import type { Note } from '../../model/note.ts';
import { accept, note, type Reading, type Result, refuse } from '../../model/outcome-channels.ts';
import { plausibility } from './plausibility.ts';

/** A text below this is in none of the encodings that were tried. */
const leastPlausibility = 0.6;

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Decodes UTF-8, UTF-16 (either order) and GB18030 with or without a byte order mark. Without a mark, valid UTF-8 is UTF-8; else
 * the encoding whose text is most like Chinese office text is taken, and said so in a note.
 */
export function decodeText(bytes: Uint8Array): Result<Reading<string>> {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return checked(decode(bytes, mark.encoding), []);
  if (!hasManyZeros(bytes)) {
    const text = decodeStrictly(bytes);
    if (text !== undefined) return checked(text, []);
  }
  return guess(bytes);
}

function guess(bytes: Uint8Array): Result<Reading<string>> {
  const encodings = hasManyZeros(bytes)
    ? ['utf-16le', 'utf-16be']
    : ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
  const head = bytes.subarray(0, 60_000);
  const candidates = encodings.map((encoding) => ({ encoding, score: plausibility(decode(head, encoding)) }));
  const best = candidates.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.score < leastPlausibility) return binary();
  const name = best.encoding.toUpperCase();
  const guessed = note('text/encoding-guessed', {
    zh: `文件没有编码标记，按 ${name} 读取；如有乱码，请另存为 UTF-8`,
    en: `the file has no encoding mark and was read as ${name}; if characters look wrong, save it as UTF-8`,
  });
  return checked(decode(bytes, best.encoding), [guessed]);
}

function checked(text: string, notes: readonly Note[]): Result<Reading<string>> {
  const damaged = count(text, /\ufffd/g);
  const controls = count(text, controlCharacters);
  if (damaged + controls > 10 + text.length * 0.05) return binary();
  if (damaged === 0) return accept({ value: text, notes });
  const note_ = note('text/damaged-characters', {
    zh: `有 ${damaged} 处字符无法解码，显示为 \ufffd`,
    en: `${damaged} characters could not be decoded and are shown as \ufffd`,
  });
  return accept({ value: text, notes: [...notes, note_] });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]/g;

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

function binary<T>(): Result<T> {
  return refuse('text/binary', {
    zh: '文件内容不是文本（可能已损坏或加密）；请提供原始文件',
    en: 'the content is no text (it may be damaged or encrypted); provide the original file',
  });
}

/** A few zero bytes are damage, more are UTF-16 or no text. */
function hasManyZeros(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 60_000);
  if (!sample.includes(0)) return false;
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros += 1;
  return zeros > sample.length * 0.01;
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

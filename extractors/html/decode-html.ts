import type { Note } from '../../model/note.ts';
import { note, type Reading } from '../../model/outcome-channels.ts';

/** Bytes in which a declaration of the charset is looked for (the HTML standard looks at 1024, real pages need more). */
const prescanBytes = 8192;

/** Labels under which Chinese pages declare GBK; GB18030 reads all of them. */
const chineseLabels = /^(?:gb_?2312(?:-80)?|gbk|x-gbk|gb18030|cp936|936|hz-gb-2312|chinese)$/;

/**
 * Turns a page's bytes into text: by byte order mark, else as UTF-8 where they are valid UTF-8, else in the charsets
 * declared, else as GB18030. The bytes win over the declaration, since published pages often declare a wrong charset or
 * two; a note says so.
 */
export function decodeHtml(bytes: Uint8Array): Reading<string> {
  const marked = byteOrderMark(bytes);
  if (marked) return { value: decodeAs(bytes, marked), notes: [] };
  const declared = declaredCharsets(bytes);
  if (isUtf8(bytes))
    return { value: decodeAs(bytes, 'utf-8'), notes: contradiction(bytes, declared, 'utf-8') };
  const candidates = [...new Set([...declared, 'gb18030', 'big5'])].filter((label) => label !== 'utf-8');
  const strict = candidates.find((label) => isValidIn(bytes, label));
  if (strict) return { value: decodeAs(bytes, strict), notes: contradiction(bytes, declared, strict) };
  return leastDamage(bytes, [...new Set(['utf-8', ...candidates])]);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Every charset that the beginning declares, in a meta element or an XML declaration, in the order of appearance. */
function declaredCharsets(bytes: Uint8Array): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanBytes));
  const labels = [...head.matchAll(/(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/gi)]
    .map((match) => (match[1] ?? '').toLowerCase())
    .map((label) => (chineseLabels.test(label) ? 'gb18030' : label === 'utf8' ? 'utf-8' : label))
    .filter((label) => isKnown(label) && !label.startsWith('utf-16'));
  return [...new Set(labels)];
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

const decodeAs = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

const isUtf8 = (bytes: Uint8Array): boolean => isValidIn(bytes, 'utf-8');

/** A sequence cut off at the very end of the file does not count against a charset. */
function isValidIn(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function contradiction(bytes: Uint8Array, declared: readonly string[], used: string): readonly Note[] {
  if (bytes.every((byte) => byte < 0x80)) return [];
  if (declared.length === 1 && declared[0] === used) return [];
  if (declared.length === 0 && used === 'utf-8') return [];
  const label = declared.length === 0 ? 'none' : declared.join(', ');
  return [
    note('html/encoding-guessed', {
      zh: `页面声明的编码（${label === 'none' ? '无' : label}）不明或与内容不符，按 ${used} 读取`,
      en: `the declared charset (${label}) is absent, double or wrong; read as ${used}`,
    }),
  ];
}

function leastDamage(bytes: Uint8Array, labels: readonly string[]): Reading<string> {
  const readings = labels.map((label) => ({ label, text: decodeAs(bytes, label) }));
  const damage = (text: string): number => text.split('\ufffd').length - 1;
  const best = readings.reduce((left, right) => (damage(right.text) < damage(left.text) ? right : left));
  const message = {
    zh: `页面含有无法解码的字节，按 ${best.label} 读取，${damage(best.text)} 处丢失`,
    en: `the page holds bytes of no charset; read as ${best.label}, ${damage(best.text)} places are lost`,
  };
  return { value: best.text, notes: [note('html/encoding-damaged', message)] };
}

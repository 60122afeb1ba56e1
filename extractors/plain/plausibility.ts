/** Characters of this many UTF-16 units are judged; an encoding shows early. */
const sampleLength = 20_000;

/**
 * How much like Chinese office text a decoded text is, 0 to 1: ASCII, Chinese punctuation and full-width signs count, Han
 * characters by how common they are, control characters and U+FFFD count against it.
 */
export function plausibility(text: string): number {
  const sample = text.slice(0, sampleLength);
  if (sample.length === 0) return 0;
  let sum = 0;
  for (let index = 0; index < sample.length; index += 1) sum += weight(sample.charCodeAt(index));
  return Math.max(0, sum / sample.length);
}

function weight(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return commonHan().has(code) ? 1 : 0.4;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d)) return 1;
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef)) return 1;
  if ((code >= 0x2000 && code <= 0x27bf) || code === 0xd7 || code === 0xf7 || code === 0xb7) return 1;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd ? -2 : 0;
}

let known: ReadonlySet<number> | undefined;

/** The 3,755 characters of GB 2312 level 1, rows 16 to 55. */
function commonHan(): ReadonlySet<number> {
  if (known !== undefined) return known;
  const bytes = new Uint8Array(40 * 94 * 2);
  for (let index = 0; index < 40 * 94; index += 1) {
    bytes[index * 2] = 0xb0 + Math.floor(index / 94);
    bytes[index * 2 + 1] = 0xa1 + (index % 94);
  }
  const characters = new TextDecoder('gb18030').decode(bytes);
  known = new Set(
    [...characters].map((character) => character.charCodeAt(0)).filter((code) => code >= 0x4e00),
  );
  return known;
}

/** Two-byte codes of GB18030 by character, found by decoding all of them (GBK's range: 0x81–0xFE, 0x40–0xFE). */
const codes = new Map<string, readonly [number, number]>();

function fillCodes(): void {
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const text = decoder.decode(new Uint8Array([first, second]));
      if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, [first, second]);
    }
}

/** Encodes a text in GB18030; a ticked box becomes the tick that this range has, other strangers are mistakes. */
export function encodeGb18030(text: string): Uint8Array {
  if (codes.size === 0) fillCodes();
  const bytes: number[] = [];
  for (const character of text.replaceAll('☑', '√')) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) {
      bytes.push(point);
      continue;
    }
    const pair = codes.get(character);
    if (!pair) throw new RangeError(`not in the two-byte range: ${character}`);
    bytes.push(...pair);
  }
  return new Uint8Array(bytes);
}

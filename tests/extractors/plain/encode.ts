/** Encoders that the platform lacks. */
export function utf16le(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf16le'));
}

export function utf16be(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
}

const codes = new Map<string, readonly [number, number]>();
for (let high = 0xa1; high <= 0xf7; high += 1) {
  for (let low = 0xa1; low <= 0xfe; low += 1) {
    const character = new TextDecoder('gb18030').decode(Uint8Array.from([high, low]));
    codes.set(character, [high, low]);
  }
}

/** ASCII and the characters of GB 2312 only. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const code = codes.get(character);
      if (code === undefined) throw new RangeError(`not in GB 2312: ${character}`);
      return [...code];
    }),
  );
}

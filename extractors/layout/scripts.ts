/** Is the character written without spaces between words (CJK ideographs, kana, their punctuation, full-width forms)? */
export function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    code === 0x2018 ||
    code === 0x2019 ||
    code === 0x201c ||
    code === 0x201d
  );
}

/** Is the character part of a printed number (digits, points, separators, signs, percent)? */
export function isNumeral(character: string): boolean {
  return /^[\d.,%+\-−–:/‰０-９．，％]$/u.test(character);
}

/**
 * Folds full-width ASCII (`１２．５％（）`) to its ASCII form and all kinds of space to a plain one. Line breaks, `①` and
 * everything else stay: this is what a reader would call the same text.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
}

/**
 * The key under which two wordings of a label are the same: NFKC, no space, no punctuation but the signs that carry meaning
 * (`≥ ≤ < > = % + - . /`), lower case. `得　分（自评）` and `得分(自评)` share one.
 */
export function matchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}≥≤<>=%+\-./×÷∑]/gu, '');
}

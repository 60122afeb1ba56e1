import { foldRadicals } from './radicals.ts';

const wide = /[\uff01-\uff5e\uffe5\ufe50-\ufe6b]/g;
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u180e]/g;
const foldable =
  /[\t\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufe50-\ufe6b\ufeff\uff01-\uff5e\uffe5]/;

/**
 * Folds full-width and small ASCII (`１２．５％（）`) to its ASCII form and all kinds of space to a plain one; characters
 * without width go. Line breaks, `①` and everything else stay: this is what a reader would call the same text.
 */
export function foldWidth(text: string): string {
  return foldable.test(text) ? foldKeepingLength(text).replace(invisible, '') : text;
}

/** Like `foldWidth`, but each UTF-16 unit stays where it is, so that offsets hold in the text as printed too. */
export function foldKeepingLength(text: string): string {
  return foldable.test(text) ? text.replace(wide, narrow).replace(space, ' ') : text;
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const folded = character.normalize('NFKC');
  return folded.length === 1 ? folded : character;
}

/** Signs that look different and mean the same, brought to one form in keys. */
const sameSign: Readonly<Record<string, string>> = {
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '−': '-',
  '–': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  σ: '∑',
  ς: '∑',
  '✕': '×',
  '∗': '×',
  '∕': '/',
  '⁄': '/',
  戶: '户',
  靑: '青',
  黃: '黄',
};

const notInKeys = /[^\p{L}\p{N}≥≤<>=%‰+\-./×÷∑]/gu;
const otherSign = new RegExp(`[${Object.keys(sameSign).join('')}]`, 'gu');
/** A star between two operands multiplies; anywhere else it is a mark (`*必填`). */
const product = /(?<=[\p{L}\p{N})%]\s?)\*(?=\s?[\p{L}\p{N}(])/gu;

/**
 * The key under which two wordings of a label are the same: NFKC, radicals folded, no space, no punctuation but the signs that
 * carry meaning (`≥ ≤ < > = % ‰ + - . / × ÷ ∑`), lower case. `得　分（自评）` and `得分(自评)` share one.
 */
export function matchKey(text: string): string {
  let key = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const effect = effects[code] || learnEffect(code);
    if (effect === keeps) continue;
    if (effect === needsNeighbours) return wholeKey(text);
    if (from < index) key += text.slice(from, index);
    if (effect === becomesAnother) key += replacements.get(code) ?? '';
    from = index + 1;
  }
  return from === 0 ? text : key + text.slice(from);
}

/** The match key of a label without what stands in parentheses: `产出指标（50分）` and `产出指标` share one. */
export function bareKey(text: string): string {
  return matchKey(text.replace(/[（(][^（(）)]*[）)]/gu, ''));
}

function wholeKey(text: string): string {
  return foldRadicals(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(product, '×')
    .replace(otherSign, (sign) => sameSign[sign] ?? sign)
    .replace(notInKeys, '');
}

/** What a UTF-16 unit does in a key, worked out once each; 0 is not known yet. */
const keeps = 1;
const vanishes = 2;
const becomesAnother = 3;
const needsNeighbours = 4;
const effects = new Uint8Array(0x10000);
const replacements = new Map<number, string>();

function learnEffect(code: number): number {
  const effect = effectOf(code);
  effects[code] = effect;
  return effect;
}

function effectOf(code: number): number {
  if (dependsOnNeighbours(code)) return needsNeighbours;
  const character = String.fromCharCode(code);
  const key = wholeKey(character);
  if (key === character) return keeps;
  if (key === '') return vanishes;
  replacements.set(code, key);
  return becomesAnother;
}

/** Stars, surrogates and letters that combine: their text is folded as a whole. */
function dependsOnNeighbours(code: number): boolean {
  if (code === 0x2a || code === 0xff0a || code === 0xfe61) return true;
  const independent = code < 0x300 || (code >= 0x2000 && code < 0x3040) || (code >= 0x3100 && code < 0xa000);
  return !independent && !(code >= 0xff01 && code <= 0xff5e) && code !== 0xffe5 && code !== 0xfeff;
}

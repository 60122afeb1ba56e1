/** What scans print in place of a figure: nothing to fill in. */
const dashes = /^[-—–−－一丨|ーｰ]{1,2}$/u;

/** A number with an optional comparison before and percent after it. */
const figure = /^[≥≤<>=±+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%‰]?$/u;

/** Two figures with a stroke or a comparison between them (`3/4`, `90%≤x<100%`). */
const pair = /^[≥≤<>]?\d+(?:\.\d+)?%?(?:[/~-]|[≤<]x[≤<])\d+(?:\.\d+)?%?$/u;

/** Letters that recognisers give for digits. */
const lookAlikes: Readonly<Record<string, string>> = {
  o: '0',
  O: '0',
  〇: '0',
  l: '1',
  I: '1',
  '|': '1',
  丨: '1',
};

const narrow: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '％': '%',
  '。': '.',
  '：': ':',
  '＞': '>',
  '＜': '<',
};

/** Full-width digits and signs made narrow, blanks dropped. */
export function plainFigure(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[，．％。：＞＜]/gu, (sign) => narrow[sign] ?? sign);
}

export const isFigure = (text: string): boolean => figure.test(plainFigure(text));

export const isFigureOrPair = (text: string): boolean => isFigure(text) || pair.test(plainFigure(text));

/** Digits and the signs of figures, but no figure (`1009%4`): wherever it stands, something was misread. */
export const isMangledFigure = (text: string): boolean =>
  /^[≥≤<>]?[\d.,%]*\d[\d.,%]*$/u.test(plainFigure(text)) && !isFigureOrPair(text);

export const isDash = (text: string): boolean => dashes.test(text.trim());

export const digitsOf = (text: string): string => plainFigure(text).replace(/\D/gu, '');

/** Look-alike letters as the digits they stand for, where digits stand beside them or nothing else does. */
export function withoutLookAlikes(text: string): string {
  const plain = plainFigure(text);
  if (!/\d/u.test(plain) && !/^[oO0lI]+$/u.test(plain)) return plain;
  return plain.replace(/[oO〇lI|丨]/gu, (letter) => lookAlikes[letter] ?? letter);
}

/**
 * A point read for a thousands comma (`3.754.11`) or a comma for a point (`97,3%`): the number that it can only be, or the
 * text as it is. A point with a speck above it is read as a colon.
 */
export function mendSeparators(text: string): string {
  if (/^\d{1,3}(?:\.\d{3})+\.\d{1,2}%?$/u.test(text)) {
    const last = text.lastIndexOf('.');
    return text.slice(0, last).replaceAll('.', ',') + text.slice(last);
  }
  return /^\d+[,:·]\d{1,2}%?$/u.test(text) ? text.replace(/[,:·]/u, '.') : text;
}

import { SSF } from '@e965/xlsx';

/** Significant digits that Excel keeps and shows; what lies behind them is noise of binary floats. */
const significantDigits = 15;

/** Characters that a cell of format General shows at most (11), and in a column of the usual width (8). */
const generalCharacters = 11;
const usualColumnCharacters = 8;

/** Digits behind the point up to which a number counts as typed; longer ones were computed. */
const typedDecimals = 6;

/** Excel's built-in formats whose look depends on the language, as a Chinese Excel shows them (ECMA-376, 18.8.30). */
const chineseFormats: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy/m/d',
  '27': 'yyyy"年"m"月"',
  '28': 'm"月"d"日"',
  '29': 'm"月"d"日"',
  '31': 'yyyy"年"m"月"d"日"',
  '57': 'yyyy"年"m"月"',
  '58': 'm"月"d"日"',
};

/** How a number is shown. */
export type NumberLook = {
  /** The cell's number format (`0.00%`), `General` where it has none. */
  readonly format: string;
  /** Width of the cell in characters, where the sheet says it. */
  readonly width: number | undefined;
  readonly epoch: '1900' | '1904';
};

/** A stored number as Excel shows it: 0.0900000762939453 of format `0%` is `9%`, 96.80000000000001 is `96.8`. */
export function showNumber(value: number, look: NumberLook): string {
  if (!Number.isFinite(value)) return '';
  const format = chineseFormats[look.format] ?? look.format;
  if (/^general$/i.test(format) || format === '@' || format === '') return showGeneral(value, look.width);
  try {
    const places = placesOf(format);
    const rounded = places === undefined ? value : roundDecimal(value, places);
    const shown: unknown = SSF.format(format, rounded, { date1904: look.epoch === '1904' });
    return typeof shown === 'string' ? shown.trim() : showGeneral(value, look.width);
  } catch {
    return showGeneral(value, look.width);
  }
}

function showGeneral(value: number, width: number | undefined): string {
  const plain = plainDecimal(value);
  const [whole = '', fraction = ''] = plain.split('.');
  if (fraction.length <= typedDecimals) return plain;
  const characters = Math.min(Math.floor(width ?? usualColumnCharacters), generalCharacters);
  const places = Math.max(characters - whole.length - 1, 2);
  return plainDecimal(roundDecimal(value, places));
}

/** The digits of a number to 15 significant ones, without an exponent. */
function plainDecimal(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(significantDigits - 1).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const point = 1 + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const fraction = padded.slice(at).replace(/0+$/, '');
  const text = fraction === '' ? padded.slice(0, at) : `${padded.slice(0, at)}.${fraction}`;
  return /^[0.]+$/.test(text) ? '0' : sign + text;
}

/** Rounds half away from zero on the decimal digits, as Excel does (1.005 to two places is 1.01). */
function roundDecimal(value: number, places: number): number {
  const plain = plainDecimal(Math.abs(value));
  const [whole = '0', fraction = ''] = plain.split('.');
  if (fraction.length <= places) return Number(plainDecimal(value));
  const kept = BigInt(whole + fraction.slice(0, places)) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const digits = kept.toString().padStart(places + 1, '0');
  const magnitude = Number(
    `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`,
  );
  return value < 0 ? -magnitude : magnitude;
}

/** Decimal places of the stored value that a format leaves; `undefined` for dates, fractions, exponents and mixed formats. */
function placesOf(format: string): number | undefined {
  const bare = format
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')
    .filter((section) => /[0#?]/.test(section));
  const places = new Set(bare.map(placesOfSection));
  return places.size === 1 ? [...places][0] : undefined;
}

function placesOfSection(section: string): number | undefined {
  if (/[ymdhse/]|general|E[+-]/i.test(section)) return undefined;
  const shown = /\.([0#?]*)/.exec(section)?.[1]?.length ?? 0;
  const percents = section.split('%').length - 1;
  const thousands = /[0#?](,+)(?:[^0#?,]*)$/.exec(section.replace(/\..*$/, ''))?.[1]?.length ?? 0;
  return Math.max(0, shown + 2 * percents - 3 * thousands);
}

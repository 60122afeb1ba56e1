/** A line of a CSV file, and which of its cells were prefixed, by number from 0. */
export type CsvLine = { readonly text: string; readonly prefixed: readonly number[] };

/** What spreadsheet programs take for the beginning of a formula, in either width, or strip before they look. */
const formulaLike = /^[=+\-@\t\r\n＝＋－＠]/;

/** A plain number, which may begin with a sign. */
const numeric = /^[+-]?\d+(?:\.\d+)?%?$/;

/**
 * Cells as a line of RFC 4180, without its end. A CSV cell has no type: a text that a spreadsheet program would run as a
 * formula gets a `'` in front.
 */
export function csvLine(cells: readonly (string | number | null)[]): CsvLine {
  const guarded = cells.map((cell) => guard(cell === null ? '' : String(cell)));
  return {
    text: guarded.map(({ text }) => quote(text)).join(','),
    prefixed: guarded.flatMap(({ isPrefixed }, index) => (isPrefixed ? [index] : [])),
  };
}

function guard(text: string): { readonly text: string; readonly isPrefixed: boolean } {
  const isPrefixed = formulaLike.test(text) && !numeric.test(text);
  return { text: isPrefixed ? `'${text}` : text, isPrefixed };
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

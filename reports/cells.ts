import { visibleText } from './visible-text.ts';

/** Characters that a cell of a workbook can hold (a limit of the format). */
const longestText = 32_767;

/** A text that begins like this becomes a formula when somebody edits its cell, unless the cell is formatted as text. */
const formulaLike = /^[=+\-@\t]/;

/** A value for a cell: a text is only ever a text, a figure a number, `null` an empty cell. */
export type CellValue = string | number | null;

/** A document's text for a cell: no control characters, not longer than a cell can be, never empty. */
export function textCell(text: string | null): CellValue {
  if (text === null) return null;
  const visible = visibleText(text);
  return visible.length > longestText ? `${visible.slice(0, longestText - 1).toWellFormed()}…` : visible;
}

/** A decimal string as a number: workbooks know no other figures. The exact ones stand in the JSON. */
export function figureCell(figure: string | null): CellValue {
  return figure === null ? null : Number(figure);
}

/** Whether a cell has to be formatted as text to stay one. */
export function needsTextFormat(value: unknown): boolean {
  return typeof value === 'string' && formulaLike.test(value);
}

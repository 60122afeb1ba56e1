import { foldWidth } from './fold.ts';

const onlyMarks = /^[-–—―−_/\\*~…·.,、。"'“”‘’「」()\s]*$/u;
const notApplicableLetters = /^n\s*[/.]\s*a\.?$/i;

/**
 * Whether a cell says nothing: empty, or marks that stand for "not filled in" (`—`, `/`, `*`, `“/”`, `N/A`). `0` says
 * something, and so does `无`, which is a value for a count or an incident; `不涉及` is a statement.
 */
export function isBlankMark(text: string): boolean {
  const folded = foldWidth(text).trim();
  return onlyMarks.test(folded) || notApplicableLetters.test(folded);
}

/** Whether a cell that asks for a reason gives none: a blank mark, or only the word `无`. */
export function isBlankReason(text: string): boolean {
  return isBlankMark(text) || /^(?:无|暂无|没有|空|nil|none)[。.;；]?$/i.test(foldWidth(text).trim());
}

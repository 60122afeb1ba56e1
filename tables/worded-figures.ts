import { foldWidth } from '../text/fold.ts';

/** The digits of a score that is written with its verb: `得9.5分`, `计 3 分`. */
export function wordedScore(text: string): string | undefined {
  return /^(?:得|计|自评得?|实得)\s*(\d{1,3}(?:\.\d+)?)\s*分$/.exec(foldWidth(text).trim())?.[1];
}

/** A label and its figure in one cell: `总分：96.5分`. */
export function labelledFigure(
  text: string,
): { readonly label: string; readonly digits: string } | undefined {
  const match = /^([^:\d]{1,16}):\s*(\d{1,3}(?:\.\d+)?)\s*分?$/.exec(foldWidth(text).trim());
  const [, label, digits] = match ?? [];
  return label === undefined || digits === undefined ? undefined : { label, digits };
}

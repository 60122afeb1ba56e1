import { plainFragment } from './html-fragment.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const controls = /[\u0000-\u0008\u000c\u000e-\u001f\u007f-\u009f\ufeff]/g;

/** The text of a cell or a line as printed: no leftovers of HTML, no control characters, no space around it. */
export function cleanText(text: string): string {
  return plainFragment(text.replace(/\v|\r\n?/g, '\n').replace(controls, '')).trim();
}

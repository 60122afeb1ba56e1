import { readChineseInteger } from '../../text/chinese-integer.ts';
import { foldWidth } from '../../text/fold.ts';
import type { Line } from './lines.ts';

const edge = String.raw`[\s\-—–=*_#<>!|]*`;
const mark = new RegExp(
  `^${edge}(?:第\\s*(\\d{1,4}|[一二三四五六七八九十百]{1,5})\\s*页(?:\\s*[,/]?\\s*\\(?共\\s*\\d{1,4}\\s*页\\)?)?|page\\s*(\\d{1,4})(?:\\s*(?:of|/)\\s*\\d{1,4})?)${edge}$`,
  'i',
);

/**
 * Gives lines their page numbers, from form feeds or else from lines that are a page mark (`第 3 页`, `--- page 3 ---`), which become
 * blank. A file that has neither has no pages.
 */
export function numberPages(lines: readonly Line[]): readonly Line[] {
  return lines.some(({ text }) => text.includes('\f')) ? byFormFeeds(lines) : byMarks(lines);
}

/** A line that holds form feeds becomes several with the same number. */
function byFormFeeds(lines: readonly Line[]): readonly Line[] {
  let page = 1;
  return lines.flatMap((line) =>
    line.text.split('\f').map((text, index) => {
      if (index > 0) page += 1;
      return { ...line, text, page };
    }),
  );
}

function byMarks(lines: readonly Line[]): readonly Line[] {
  const marked = lines.map((line) => pageOfMark(line.text));
  const at = marked.findIndex((page) => page !== undefined);
  if (at < 0) return lines;
  const isFooter = marked[at] === 1 && lines.slice(0, at).some(({ text }) => text.trim() !== '');
  return isFooter ? aboveFooters(lines, marked) : belowHeaders(lines, marked);
}

type Marked = readonly (number | undefined)[];

function belowHeaders(lines: readonly Line[], marked: Marked): readonly Line[] {
  let page = Math.max(1, (marked.find((number) => number !== undefined) ?? 1) - 1);
  return lines.map((line, index) => {
    const number = marked[index];
    if (number !== undefined) page = number;
    return { ...line, text: number === undefined ? line.text : '', page };
  });
}

function aboveFooters(lines: readonly Line[], marked: Marked): readonly Line[] {
  let page = (marked.findLast((number) => number !== undefined) ?? 0) + 1;
  const fromTheEnd = lines.map((line, index) => ({ line, number: marked[index] })).reverse();
  return fromTheEnd
    .map(({ line, number }) => {
      if (number !== undefined) page = number;
      return { ...line, text: number === undefined ? line.text : '', page };
    })
    .reverse();
}

function pageOfMark(text: string): number | undefined {
  if (text.length > 60) return undefined;
  const match = mark.exec(foldWidth(text));
  const printed = match?.[1] ?? match?.[2];
  if (printed === undefined) return undefined;
  const number = /^\d+$/.test(printed) ? Number(printed) : readChineseInteger(printed);
  return number !== undefined && number > 0 ? number : undefined;
}

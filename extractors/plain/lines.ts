import type { Note } from '../../model/note.ts';
import { note, type Reading } from '../../model/outcome-channels.ts';
import { limits } from './limits.ts';

/** One line of the file: `number` counts from 1, `page` is there where the file says. */
export type Line = { readonly text: string; readonly number: number; readonly page?: number };

const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/g;

/** Splits at line breaks of any system; lines and texts over the limits are cut with a note. Form feeds stay in their line. */
export function splitLines(text: string): Reading<readonly Line[]> {
  const lines: Line[] = [];
  const notes: Note[] = [];
  let start = 0;
  while (start <= text.length && lines.length < limits.lines) {
    lineBreak.lastIndex = start;
    const found = lineBreak.exec(text);
    const end = found?.index ?? text.length;
    if (end - start > limits.lineLength) notes.push(lineCut(lines.length + 1, end - start));
    lines.push({
      text: text.slice(start, Math.min(end, start + limits.lineLength)),
      number: lines.length + 1,
    });
    start = found === null ? text.length + 1 : end + found[0].length;
  }
  lineBreak.lastIndex = 0;
  if (start < text.length) notes.push(linesCut(text.length - start));
  return { value: lines, notes };
}

function lineCut(line: number, length: number): Note {
  const lost = length - limits.lineLength;
  return note(
    'text/line-cut',
    {
      zh: `第 ${line} 行过长（${length} 个字符），后面的 ${lost} 个字符没有读取`,
      en: `line ${line} is too long (${length} characters); its last ${lost} characters were not read`,
    },
    { line },
  );
}

function linesCut(lost: number): Note {
  return note('text/lines-cut', {
    zh: `文件超过 ${limits.lines} 行，后面的 ${lost} 个字符没有读取`,
    en: `the file has more than ${limits.lines} lines; its last ${lost} characters were not read`,
  });
}

import type { Line } from './lines.ts';
import type { Run } from './run.ts';

const delimiter = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
const enclosed = /^\s*\|.*\|\s*$/;

/**
 * A run of lines with pipes: a Markdown table, whose second line says so, or lines that begin and end with a pipe. Escaped pipes
 * (`\|`) belong to their cell.
 */
export function readMarkdownRun(lines: readonly Line[], start: number): Run | undefined {
  const isRow = rowTest(lines, start);
  if (isRow === undefined) return undefined;
  let end = start;
  while (end < lines.length && isRow(lines[end]?.text ?? '')) end += 1;
  const rows = lines
    .slice(start, end)
    .filter(({ text }) => !isDelimiter(text))
    .map((line) => ({ line, fields: splitPipes(line.text) }));
  return { rows, end };
}

function rowTest(lines: readonly Line[], start: number): ((text: string) => boolean) | undefined {
  const [first = '', second = ''] = [lines[start]?.text, lines[start + 1]?.text];
  if (!first.includes('|')) return undefined;
  if (isDelimiter(second)) return (text) => text.includes('|') && text.trim() !== '';
  return enclosed.test(first) ? (text) => enclosed.test(text) : undefined;
}

function isDelimiter(text: string): boolean {
  return text.length < 10_000 && /^[\s|:-]+$/.test(text) && text.includes('|') && delimiter.test(text.trim());
}

function splitPipes(text: string): readonly string[] {
  const body = text.trim().replace(/^\|/, '');
  const fields = body.split(/(?<!\\)\|/);
  if (fields.length > 1 && fields.at(-1)?.trim() === '') fields.pop();
  return fields.map(plainMarkdown);
}

/** Takes out the escapes of Markdown, and stars that make a whole cell or line bold. */
export function plainMarkdown(text: string): string {
  return text
    .trim()
    .replace(/^(\*\*|__)(?=\S)(.*\S)\1$/, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

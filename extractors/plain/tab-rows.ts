import type { Line } from './lines.ts';
import type { FieldRow } from './ragged-grid.ts';
import type { Run } from './run.ts';

/** A quoted cell with more lines than this is a stray quotation mark. */
const longestQuotedCell = 60;
const longestRecord = 500;

/** A run of lines with tabs; cells in quotes may go on over several lines, as spreadsheets copy them. */
export function readTabRun(lines: readonly Line[], start: number): Run | undefined {
  const rows: FieldRow[] = [];
  let next = start;
  while (next < lines.length) {
    const record = readRecord(lines, next);
    if (record === undefined) break;
    rows.push(record.row);
    next = record.end;
  }
  return rows.length === 0 ? undefined : { rows, end: next };
}

type TabRecord = { readonly row: FieldRow; readonly end: number };

function readRecord(lines: readonly Line[], start: number): TabRecord | undefined {
  const line = lines[start];
  if (line === undefined) return undefined;
  let text = line.text;
  let end = start + 1;
  for (let opened = openQuote(text); opened !== undefined; opened = openQuote(text)) {
    const closing = closingLine(lines, end);
    if (closing === undefined || closing - start > longestRecord) break;
    text = [text, ...lines.slice(end, closing + 1).map((more) => more.text)].join('\n');
    end = closing + 1;
  }
  if (!text.includes('\t')) return undefined;
  return { row: { line, fields: text.split('\t').map(unquote) }, end };
}

/** The last field, where it begins with a quotation mark that nothing closes. */
function openQuote(text: string): string | undefined {
  const last = text.slice(text.lastIndexOf('\t') + 1);
  return last.startsWith('"') && !isClosed(last) ? last : undefined;
}

function isClosed(field: string): boolean {
  return field.length > 1 && /(?<!")(?:"")*"$/.test(field.slice(1));
}

/** The line in which a quoted cell ends: its mark stands before a tab or at the end, with no tab before it. */
function closingLine(lines: readonly Line[], from: number): number | undefined {
  for (let index = from; index < Math.min(lines.length, from + longestQuotedCell); index += 1) {
    const text = lines[index]?.text ?? '';
    const tab = text.indexOf('\t');
    if (isClosed(`"${tab < 0 ? text : text.slice(0, tab)}`)) return index;
    if (tab >= 0) return undefined;
  }
  return undefined;
}

/** Quotation marks go only where they enclose the whole field and every one inside is doubled. */
function unquote(field: string): string {
  if (field.length < 2 || !field.startsWith('"') || !field.endsWith('"')) return field;
  const inner = field.slice(1, -1);
  const isWhole = !inner.replaceAll('""', '').includes('"');
  return isWhole ? inner.replaceAll('""', '"') : field;
}

import type { Line } from './lines.ts';
import type { FieldRow } from './ragged-grid.ts';

/** Fewer records or columns are prose with commas. */
const leastRecords = 3;
const leastColumns = 3;
/** Share of records that have the same number of fields in a file that is one table. */
const evenShare = 0.8;

/** All records of a file that clearly holds comma-separated values (RFC 4180), or undefined. Blank lines are records without fields. */
export function readCsv(lines: readonly Line[]): readonly FieldRow[] | undefined {
  if (
    !lines.slice(0, 20).some(({ text }) => text.includes(',')) ||
    lines.some(({ text }) => text.includes('\t'))
  )
    return undefined;
  const records = readRecords(lines);
  const filled = records.filter(({ fields }) => fields.length > 0);
  const counts = new Map<number, number>();
  for (const { fields } of filled) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [columns, share] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0]);
  const isTable =
    filled.length >= leastRecords && columns >= leastColumns && share >= filled.length * evenShare;
  return isTable ? records : undefined;
}

/** A quoted field with more lines than this is a stray quotation mark, and so are all marks after some of them. */
const longestQuotedField = 60;
const mostStrayMarks = 20;

function readRecords(lines: readonly Line[]): readonly FieldRow[] {
  const records: FieldRow[] = [];
  let strayMarks = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    let fields = line.text.trim() === '' ? [] : splitCommas(line.text);
    if (fields === undefined && strayMarks < mostStrayMarks) {
      const joined = joinRecord(lines, index);
      if (joined === undefined) strayMarks += 1;
      else [fields, index] = [joined.fields, joined.last];
    }
    records.push({ line, fields: fields ?? line.text.split(',') });
  }
  return records;
}

function joinRecord(
  lines: readonly Line[],
  start: number,
): { readonly fields: readonly string[]; readonly last: number } | undefined {
  let text = lines[start]?.text ?? '';
  for (let last = start + 1; last < Math.min(lines.length, start + longestQuotedField); last += 1) {
    text += `\n${lines[last]?.text ?? ''}`;
    const fields = splitCommas(text);
    if (fields !== undefined) return { fields, last };
  }
  return undefined;
}

const field = /(?:"((?:[^"]|"")*)"|([^,"][^,]*|))(,|$)/y;

/** Undefined where a quoted field is still open. */
function splitCommas(text: string): readonly string[] | undefined {
  const fields: string[] = [];
  field.lastIndex = 0;
  for (;;) {
    const match = field.exec(text);
    if (match === null) return undefined;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}

import type { PrintedText } from '../model/printed.ts';
import { type FormField, type Label, readLabel, splitLabelled } from './form-labels.ts';
import type { Line, LineCell, RowLine } from './line.ts';

/** `label | value` or `label：value`, as it stands in a header block. */
export type Labelled = { readonly label: Label; readonly value: PrintedText };

/** Every labelled value of these lines, in document order. */
export function readLabels(lines: readonly Line[]): readonly Labelled[] {
  return lines.flatMap((line) => (line.kind === 'row' ? labelsOfRow(line) : labelsOfProse(line.text, line)));
}

/** The value of a field: the one whose label is trusted most, then the first one printed. */
export function pickField(labelled: readonly Labelled[], field: FormField): PrintedText | undefined {
  return labelled
    .filter(({ label, value }) => label.field === field && value.text !== '')
    .sort((left, right) => left.label.rank - right.label.rank)[0]?.value;
}

/** Several labels may stand in one line (`单位名称：甲 填报日期：2023年3月`): each value ends where the next label begins. */
function labelsOfProse(text: string, line: Line): readonly Labelled[] {
  return splitAtLabels(text).flatMap((part) => {
    const labelled = splitLabelled(part);
    return labelled ? [{ label: labelled.label, value: { text: labelled.value, place: line.place } }] : [];
  });
}

function splitAtLabels(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[：:]/g)) {
    const before = text.slice(start, match.index);
    const next = /[^\s，,；;。]{2,16}$/u.exec(before);
    const at = next ? labelStart(next[0]) : undefined;
    if (next && at !== undefined && next.index + at > 0 && start + next.index + at > start) {
      parts.push(text.slice(start, start + next.index + at).trim());
      start += next.index + at;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}

/** Where the longest label at the end of a text begins. */
function labelStart(text: string): number | undefined {
  for (let at = 0; at + 2 <= text.length; at += 1) if (readLabel(text.slice(at))) return at;
  return undefined;
}

function labelsOfRow(row: RowLine): readonly Labelled[] {
  const found: Labelled[] = [];
  const cells = row.cells.filter((cell) => !cell.fromAbove);
  cells.forEach((cell, index) => {
    const inside = splitLabelled(cell.text);
    if (inside && inside.value !== '') {
      found.push(...labelsOfProse(cell.text, { ...row, place: cell.place }));
      return;
    }
    const label = inside?.label ?? readLabel(cell.text);
    const next = cells[index + 1];
    if (label === undefined || next === undefined || isLabelCell(next)) return;
    found.push({ label, value: { text: next.text, place: next.place } });
  });
  return found;
}

function isLabelCell(cell: LineCell): boolean {
  const inside = splitLabelled(cell.text);
  return readLabel(cell.text) !== undefined || inside !== undefined;
}

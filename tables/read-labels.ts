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

function labelsOfProse(text: string, line: Line): readonly Labelled[] {
  return text.split(/\s{2,}|　|\t/).flatMap((part) => {
    const labelled = splitLabelled(part.trim());
    return labelled ? [{ label: labelled.label, value: { text: labelled.value, place: line.place } }] : [];
  });
}

function labelsOfRow(row: RowLine): readonly Labelled[] {
  const found: Labelled[] = [];
  const cells = row.cells.filter((cell) => !cell.fromAbove);
  cells.forEach((cell, index) => {
    const inside = splitLabelled(cell.text);
    if (inside && inside.value !== '') {
      found.push({ label: inside.label, value: { text: inside.value, place: cell.place } });
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

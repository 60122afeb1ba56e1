import { Decimal } from 'decimal.js';
import type { GeneratedAssessment, GeneratedRow } from '../generated.ts';
import { gradeBands } from '../truth/grade.ts';
import { type Field, type Form, type GeneratedDocument, tableRows } from './form.ts';
import { type LaidCell, type LaidDocument, type LaidRow, spread } from './laid-out.ts';
import { actualText, padded, targetText } from './numbers.ts';

/** Puts a generated assessment on paper: title, lines above, one table, remarks. */
export function layOut({ assessment, form }: GeneratedDocument): LaidDocument {
  const columnCount = Math.max(form.columns.length, form.minWidth);
  const rows: LaidRow[] = [
    ...form.block(assessment, columnCount),
    ...headerRows(form, columnCount),
    ...indicatorRows(assessment, form, columnCount),
    ...totalRows(assessment, form, columnCount),
    ...gradeRows(assessment, columnCount),
  ];
  return {
    blocks: [
      { kind: 'title', text: assessment.title },
      ...form.opening(assessment).map((text) => ({ kind: 'prose' as const, text })),
      { kind: 'table', table: { columnCount, rows } },
      ...assessment.remarks.map((text) => ({ kind: 'prose' as const, text })),
    ],
  };
}

/** Cells side by side, one a column; the last one takes the columns that the block above needs more. */
function sideBySide(texts: readonly string[], columnCount: number, from = 0): LaidCell[] {
  return texts.map((text, index) => ({
    text,
    column: from + index,
    columnSpan: from + index === columnCount - 1 || index < texts.length - 1 ? 1 : columnCount - from - index,
    rowSpan: 1,
  }));
}

function headerRows(form: Form, columnCount: number): LaidRow[] {
  const headers = sideBySide(
    form.columns.map(({ header }) => header),
    columnCount,
  );
  const group = form.headerGroup;
  if (!group) return [{ kind: 'header', cells: headers }];
  const inGroup = (cell: LaidCell) => cell.column >= group.first && cell.column < group.first + group.count;
  const above = { text: group.text, column: group.first, columnSpan: group.count, rowSpan: 1 };
  const first = [
    ...headers.filter((cell) => !inGroup(cell)).map((cell) => ({ ...cell, rowSpan: 2 })),
    above,
  ].sort((left, right) => left.column - right.column);
  return [
    { kind: 'header', cells: first },
    { kind: 'header', cells: headers.filter(inGroup) },
  ];
}

function indicatorRows(assessment: GeneratedAssessment, form: Form, columnCount: number): LaidRow[] {
  const rows = tableRows(assessment);
  return rows.map((row, index) => {
    const texts = form.columns.map(({ field }) => fieldText(field, { assessment, form, row, index }));
    const cells = sideBySide(texts, columnCount).flatMap((cell, column): LaidCell[] => {
      const depth = levelOf(form.columns[column]?.field, row);
      if (depth === undefined || form.levels === 'repeated') return [cell];
      if (index > 0 && sameLevel(rows[index - 1], row, depth)) return [];
      let rowSpan = 1;
      while (sameLevel(rows[index + rowSpan], row, depth)) rowSpan += 1;
      return [{ ...cell, rowSpan }];
    });
    return { kind: 'indicator', cells };
  });
}

/** A rubric's row that is scored in two parts prints its name once for both. */
function levelOf(field: Field | undefined, row: GeneratedRow): number | undefined {
  if (field === 'level1' || field === 'level1Points') return 1;
  if (field === 'level2' || field === 'level2Points') return 2;
  return field === 'name' && row.standard !== undefined ? row.path.length : undefined;
}

/** Rows of one merged cell: the same names down to this level. */
function sameLevel(other: GeneratedRow | undefined, row: GeneratedRow, depth: number): boolean {
  if (other === undefined || row.path.length < depth || other.path.length < depth) return false;
  return row.path.slice(0, depth).every((name, level) => other.path[level] === name);
}

type Position = {
  readonly assessment: GeneratedAssessment;
  readonly form: Form;
  readonly row: GeneratedRow;
  readonly index: number;
};

function fieldText(field: Field, { assessment, form, row, index }: Position): string {
  const level = (depth: 1 | 2): string => {
    const name = row.path.length > depth ? (row.path[depth - 1] ?? '') : '';
    return name !== '' && form.pointsInNames.includes(depth) ? `${name}（${points(depth)}分）` : name;
  };
  const points = (depth: 1 | 2): string => {
    const key = row.path.slice(0, depth).join(' / ');
    return assessment.groups.find(({ path }) => path.join(' / ') === key)?.maxScore ?? '';
  };
  const number = (value: string | null | undefined, decimals: number | undefined) =>
    value === null || value === undefined ? '' : padded(value, decimals);
  switch (field) {
    case 'ordinal':
      return String(index + 1);
    case 'level1':
    case 'level2':
      return level(field === 'level1' ? 1 : 2);
    case 'level1Points':
    case 'level2Points':
      return padded(points(field === 'level1Points' ? 1 : 2), form.style.pointDecimals);
    case 'name':
      return row.path.at(-1) ?? '';
    case 'points':
      return number(row.maxScore, form.style.pointDecimals);
    case 'score':
      return number(row.selfScore, form.style.scoreDecimals);
    case 'reviewScore':
      return row.selfScore === null ? '' : padded(new Decimal(row.selfScore).times('0.9').toFixed(1), 1);
    case 'deduction':
      return row.selfScore === null || row.maxScore === null
        ? ''
        : new Decimal(row.maxScore).minus(row.selfScore).toFixed();
    case 'sign':
      return row.sign === undefined || row.sign === '' ? '定性' : row.sign;
    case 'target':
      return targetText(row);
    case 'actual':
    case 'reviewActual':
      return actualText(row, form.style);
    case 'blank':
      return '';
    case 'value':
    case 'measure':
    case 'definition':
    case 'standard':
    case 'evidence':
    case 'reason':
      return row[field] ?? '';
  }
}

function totalRows(assessment: GeneratedAssessment, form: Form, columnCount: number): LaidRow[] {
  const { printed, max } = assessment.total;
  if (form.totalPlace !== 'bottom') return [];
  const texts = form.columns.map(({ field }) => {
    if (field === 'points') return max ?? '';
    if (field === 'score') return printed === null ? '' : padded(printed, form.style.scoreDecimals);
    return '';
  });
  const firstNumber = form.columns.findIndex(({ field }) => field === 'points' || field === 'score');
  const cells = sideBySide(texts, columnCount).filter(({ column }) => column >= firstNumber);
  const wide = { text: form.totalLabel, column: 0, columnSpan: Math.max(1, firstNumber), rowSpan: 1 };
  return [{ kind: 'total', cells: [wide, ...cells] }];
}

/** 自评等级 | 优, or its boxes. */
export function gradeRows({ grade }: GeneratedAssessment, columnCount: number): LaidRow[] {
  if (grade.style === 'none') return [];
  const text =
    grade.style === 'written'
      ? grade.chosen.join('、')
      : gradeBands
          .map(({ label, text: band }) => `${grade.chosen.includes(label) ? '☑' : '□'} ${label} ${band}`)
          .join('； ');
  const name = grade.style === 'written' ? '自评等级' : '评价等级';
  return [{ kind: 'grade', cells: spread([name], 0, 1).concat(spread([text], 1, columnCount)) }];
}

import type { GeneratedGroup, GeneratedRow } from '../generated.ts';
import { blockRow, fundsRows, goalRows, identityRows } from '../layout/blocks.ts';
import type { LaidCell, LaidDocument, LaidRow } from '../layout/laid-out.ts';
import { gradeRows } from '../layout/lay-out.ts';
import { actualText, targetText } from '../layout/numbers.ts';
import type { ComposedColumn, ComposedField, ComposedForm } from './choose-form.ts';
import type { ComposedDocument } from './compose.ts';
import { showFigure } from './show-figure.ts';

/** A block of funds needs a label, names and six columns. */
const leastColumns = 8;

/** Puts a composed document on paper: title, one table, remarks. */
export function layOutComposed(document: ComposedDocument): LaidDocument {
  const { assessment, form } = document;
  const side = form.sideLabel === undefined ? 0 : 1;
  const columnCount = Math.max(form.columns.length + side, leastColumns);
  const body = beside(bodyRows(document, columnCount - side), form.sideLabel);
  const rows = [
    ...blockRows(document, columnCount),
    ...body,
    ...gradeRows(assessment, columnCount),
    ...(form.footer === 'contact'
      ? [wide('填报人：李华    联系电话：0871-1234567    填报日期：次年3月20日', columnCount)]
      : []),
  ];
  return {
    blocks: [
      { kind: 'title', text: assessment.title },
      { kind: 'table', table: { columnCount, rows } },
      ...assessment.remarks.map((text) => ({ kind: 'prose' as const, text })),
    ],
  };
}

const wide = (text: string, columnCount: number): LaidRow => ({
  kind: 'block',
  cells: [{ text, column: 0, columnSpan: columnCount, rowSpan: 1 }],
});

function blockRows({ assessment, form }: ComposedDocument, width: number): readonly LaidRow[] {
  const style = { thousands: false, actualMeasure: true, actualSign: false };
  const funds = {
    label: form.fundsLabel,
    nameHeader: '',
    fields: ['initial', 'adjusted', 'executed', 'points', 'rate', 'score'],
    headers: ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    dash: '—',
    style,
  } as const;
  const total = assessment.total.printed ?? '';
  return [
    ...(form.kind === 'department'
      ? [blockRow(['部门（单位）名称', assessment.unit], width)]
      : identityRows(assessment, width, '实施单位')),
    ...(form.topTotal === undefined
      ? []
      : [blockRow([form.topTotal, showFigure(total, form.figures)], width)]),
    ...(assessment.funds.length > 0 ? fundsRows(assessment.funds, funds, width) : []),
    ...(form.goals === 'block' ? goalRows(assessment, width, ['预期目标', '实际完成情况']) : []),
  ];
}

/** The table of indicators with its header and total, moved one column to the right where a label stands beside it. */
function beside(rows: readonly LaidRow[], text: string | undefined): readonly LaidRow[] {
  if (text === undefined) return rows;
  return rows.map((row, index) => {
    const moved = row.cells.map((cell) => ({ ...cell, column: cell.column + 1 }));
    const first = { text, column: 0, columnSpan: 1, rowSpan: rows.length };
    return { ...row, cells: index === 0 ? [first, ...moved] : moved };
  });
}

function bodyRows(document: ComposedDocument, width: number): readonly LaidRow[] {
  const { assessment, form } = document;
  const rows = assessment.rows.filter(({ kind }) => kind === 'indicator');
  const headers = cellsOf(form.columns, width, ({ header }) => header);
  const body = sectionsOf(rows).flatMap((section) => sectionRows(section, document, width));
  return [{ kind: 'header', cells: headers }, ...body, ...totalRow(document, width)];
}

/** Rows under one first level, with how many rows of the table stand above them. */
type Section = { readonly rows: readonly GeneratedRow[]; readonly above: number };

function sectionsOf(rows: readonly GeneratedRow[]): readonly Section[] {
  const sections: { rows: GeneratedRow[]; above: number }[] = [];
  rows.forEach((row, index) => {
    const last = sections.at(-1);
    if (last && last.rows[0]?.path[0] === row.path[0]) last.rows.push(row);
    else sections.push({ rows: [row], above: index });
  });
  return sections;
}

function sectionRows(section: Section, document: ComposedDocument, width: number): readonly LaidRow[] {
  const { form } = document;
  const name = section.rows[0]?.path[0] ?? '';
  const rows = section.rows.map((_, index) => indicatorRow(section, index, { document, width }));
  switch (form.levels) {
    case 'beside':
      return rows;
    case 'across':
      return [{ kind: 'section', cells: [oneCell(levelText(name, document), 0, width)] }, ...rows];
    case 'sums above':
      return [sumsRow(name, name, { document, width, from: 0, to: 1 }), ...rows];
    case 'sums below':
    case 'sums inside': {
      const label = form.subtotalLabel.replace('…', name.replace(/^.、/, ''));
      const from = form.levels === 'sums inside' ? 1 : 0;
      const to = leadingColumns(form);
      return [...rows, sumsRow(label, name, { document, width, from, to })];
    }
  }
}

/** Columns before the first figure. */
function leadingColumns({ columns }: ComposedForm): number {
  const first = columns.findIndex(({ field }) => /points|score/i.test(field));
  const levels = columns.findLastIndex(({ field }) => field === 'name') + 1;
  return Math.max(1, Math.min(first, levels));
}

type SumsPlace = {
  readonly document: ComposedDocument;
  readonly width: number;
  /** Half-open range of the columns that the label takes up; cells before it go on from above. */
  readonly from: number;
  readonly to: number;
};

function sumsRow(label: string, level: string, { document, width, from, to }: SumsPlace): LaidRow {
  const { form } = document;
  const group = groupNamed(level, document);
  const cells = cellsOf(form.columns, width, ({ field }) => {
    if (field === 'points') return showPoints(group?.maxScore ?? '', form);
    return field === 'score' ? showFigure(group?.selfScore ?? '', form.figures) : '';
  });
  return {
    kind: 'section',
    cells: [oneCell(label, from, to - from), ...cells.filter(({ column }) => column >= to)],
  };
}

const groupNamed = (name: string, { assessment }: ComposedDocument): GeneratedGroup | undefined =>
  assessment.groups.find(({ path }) => path.length === 1 && path[0] === name);

function levelText(name: string, document: ComposedDocument): string {
  if (!document.form.pointsInNames) return name;
  return `${name}（${groupNamed(name, document)?.maxScore ?? ''}分）`;
}

function indicatorRow(
  section: Section,
  index: number,
  { document, width }: Pick<SumsPlace, 'document' | 'width'>,
): LaidRow {
  const { form } = document;
  const row = section.rows[index];
  if (row === undefined) throw new RangeError(`no row ${index}`);
  const texts = cellsOf(form.columns, width, ({ field }) =>
    fieldText(field, { row, ordinal: section.above + index + 1, document }),
  );
  const cells = texts.flatMap((cell, column): LaidCell[] => {
    const field = form.columns[column]?.field;
    const depth = levelDepth(field);
    if (depth === undefined) return [cell];
    if (depth === 1 && form.levels === 'sums above') return [{ ...cell, text: '' }];
    if (index > 0 && sameLevels(section.rows[index - 1], row, depth)) return [];
    let rowSpan = 1;
    while (sameLevels(section.rows[index + rowSpan], row, depth)) rowSpan += 1;
    return [{ ...cell, rowSpan: depth === 1 && form.levels === 'sums inside' ? rowSpan + 1 : rowSpan }];
  });
  return { kind: 'indicator', cells };
}

function levelDepth(field: ComposedField | undefined): number | undefined {
  const digit = /^level(\d)/.exec(field ?? '')?.[1];
  return digit === undefined ? undefined : Number(digit);
}

const sameLevels = (other: GeneratedRow | undefined, row: GeneratedRow, depth: number): boolean =>
  other !== undefined && row.path.slice(0, depth).every((name, level) => other.path[level] === name);

type RowPlace = { readonly row: GeneratedRow; readonly ordinal: number; readonly document: ComposedDocument };

function fieldText(field: ComposedField, { row, ordinal, document }: RowPlace): string {
  const { assessment, form } = document;
  const groupPoints = (depth: number): string => {
    const key = row.path.slice(0, depth).join('/');
    return showPoints(assessment.groups.find(({ path }) => path.join('/') === key)?.maxScore ?? '', form);
  };
  switch (field) {
    case 'ordinal':
      return String(ordinal);
    case 'level1':
      return levelText(row.path[0] ?? '', document);
    case 'level2':
      return row.path[1] ?? '';
    case 'level3':
      return row.path[2] ?? '';
    case 'level1Points':
      return groupPoints(1);
    case 'level2Points':
      return groupPoints(2);
    case 'name':
      return row.path.at(-1) ?? '';
    case 'points':
      return showPoints(row.maxScore ?? '', form);
    case 'score':
      return row.selfScore === null ? '' : showFigure(row.selfScore, form.figures);
    case 'reviewScore':
      return ordinal % 3 === 0 ? '' : showFigure(row.selfScore ?? '0', form.figures);
    case 'target':
      return targetText(row);
    case 'actual':
      return actualText(row, { thousands: false, actualMeasure: form.actualMeasure, actualSign: false });
    case 'definition':
    case 'standard':
    case 'reason':
      return row[field] ?? '';
  }
}

const showPoints = (value: string, { weights, figures }: ComposedForm): string =>
  weights === 'sign' ? `${value}%` : showFigure(value, figures);

function totalRow({ assessment, form }: ComposedDocument, width: number): readonly LaidRow[] {
  if (form.bottomTotal === undefined) return [];
  const { printed, max } = assessment.total;
  const cells = cellsOf(form.columns, width, ({ field }) => {
    if (field === 'points') return showPoints(max ?? '', form);
    return field === 'score' && printed !== null ? showFigure(printed, form.figures) : '';
  });
  const to = leadingColumns(form);
  return [
    {
      kind: 'total',
      cells: [oneCell(form.bottomTotal, 0, to), ...cells.filter(({ column }) => column >= to)],
    },
  ];
}

const oneCell = (text: string, column: number, columnSpan: number): LaidCell => ({
  text,
  column,
  columnSpan,
  rowSpan: 1,
});

/** A text a column; the last one takes the columns that the block above needs more. */
function cellsOf(
  columns: readonly ComposedColumn[],
  width: number,
  text: (column: ComposedColumn) => string,
): readonly LaidCell[] {
  return columns.map((each, column) =>
    oneCell(text(each), column, column === columns.length - 1 ? Math.max(1, width - column) : 1),
  );
}

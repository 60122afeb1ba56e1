import type { GeneratedAssessment, GeneratedFunds } from '../generated.ts';
import type { NumberStyle } from './form.ts';
import { type LaidRow, label, spread } from './laid-out.ts';
import { amount } from './numbers.ts';

export const blockRow = (texts: readonly string[], width: number): LaidRow => ({
  kind: 'block',
  cells: [...spread(texts.slice(0, 1), 0, 1), ...spread(texts.slice(1), 1, width)],
});

/** 项目名称, 主管部门 and 实施单位, as most project forms begin. */
export function identityRows(assessment: GeneratedAssessment, width: number, unitLabel: string): LaidRow[] {
  const { project, department, unit } = assessment;
  return [
    ...(project === undefined ? [] : [blockRow(['项目名称', project], width)]),
    blockRow(['主管部门', department ?? unit, unitLabel, unit], width),
  ];
}

type FundsField = 'initial' | 'adjusted' | 'executed' | 'points' | 'rate' | 'score' | 'blank';

export type FundsColumns = {
  readonly label: string;
  /** Header over the names of the lines. */
  readonly nameHeader: string;
  readonly fields: readonly FundsField[];
  readonly headers: readonly string[];
  /** What lines without points and score print there. */
  readonly dash: string;
  readonly style: NumberStyle;
};

/** A block of funds under one label: a header, the total line, and a line a source. */
export function fundsRows(funds: readonly GeneratedFunds[], columns: FundsColumns, width: number): LaidRow[] {
  const texts = [
    [columns.nameHeader, ...columns.headers],
    ...funds.map((line) => [line.name, ...columns.fields.map((field) => fundsText(line, field, columns))]),
  ];
  return texts.map((cells, index) => ({
    kind: 'block',
    cells: [...(index === 0 ? [label(columns.label, texts.length)] : []), ...spread(cells, 1, width)],
  }));
}

function fundsText(line: GeneratedFunds, field: FundsField, columns: FundsColumns): string {
  switch (field) {
    case 'points':
      return line.points ?? columns.dash;
    case 'score':
      return line.score ?? columns.dash;
    case 'rate':
      return line.rate;
    case 'blank':
      return '';
    default:
      return amount(line[field], columns.style);
  }
}

/** Expected and reached goals side by side under one label. */
export function goalRows(
  { goals }: GeneratedAssessment,
  width: number,
  headers: readonly [string, string],
): LaidRow[] {
  const rows = [[...headers], ...goals.map(({ expected, reached }) => [expected, reached])];
  return rows.map((texts, index) => ({
    kind: 'block',
    cells: [...(index === 0 ? [label('年度总体目标', rows.length)] : []), ...spread(texts, 1, width)],
  }));
}

import type {
  Assessment,
  Budget,
  FundsRow,
  GradeLine,
  GradeOption,
  Indicator,
  Statement,
} from '../../model/assessment.ts';
import type { ColumnRole } from '../../model/column-role.ts';
import type { Place } from '../../model/place.ts';
import type { Printed, PrintedText } from '../../model/printed.ts';
import { readNumeral } from '../../text/numeral.ts';

/** One row of an example: names from level 1 down, points and score as printed. */
export type ExampleRow = {
  readonly path: readonly [string, ...string[]];
  readonly max?: string;
  readonly score?: string;
  readonly kind?: Indicator['kind'];
  readonly target?: string;
  readonly actual?: string;
  readonly standard?: string;
  readonly evidence?: string;
  readonly reason?: string;
  readonly confidence?: number;
  readonly repairs?: Indicator['repairs'];
};

/** An assessment in few words; what is left out is not printed. */
export type ExampleAssessment = {
  readonly rows: readonly ExampleRow[];
  readonly groups?: readonly {
    readonly path: readonly [string, ...string[]];
    readonly max?: string;
    readonly score?: string;
  }[];
  readonly columns?: readonly ColumnRole[];
  readonly total?: string;
  readonly full?: string;
  readonly grade?: Partial<Omit<GradeLine, 'place'>>;
  readonly remarks?: readonly string[];
  readonly budget?: {
    readonly total?: string;
    readonly parts: readonly (readonly [name: string, amount: string, block?: string])[];
  };
  readonly funds?: readonly ExampleFundsRow[];
  readonly unreadRows?: number;
  readonly title?: string;
  readonly unit?: string;
  readonly year?: number;
  readonly statements?: readonly Omit<Statement, 'place'>[];
};

export type ExampleFundsRow = {
  readonly name: string;
  readonly isTotal?: true;
} & { readonly [column in 'initial' | 'adjusted' | 'executed' | 'rate' | 'points' | 'score']?: string };

/** Writes an example out as the reader would give it: every figure printed in its own cell, in document order. */
export function exampleAssessment(example: ExampleAssessment): Assessment {
  return {
    form: 'project',
    ...textField('title', example.title, { row: 190 }),
    ...textField('unit', example.unit, { row: 191 }),
    ...(example.year === undefined ? {} : { year: { value: example.year, place: { row: 190 } } }),
    columns: example.columns ?? ['level1', 'level2', 'points', 'selfScore'],
    indicators: example.rows.map(indicator),
    groups: (example.groups ?? []).map((group, index) => ({
      path: group.path,
      ...printedField('maxScore', group.max, { row: 200 + index }),
      ...printedField('selfScore', group.score, { row: 200 + index }),
      place: { row: 200 + index },
    })),
    ...(example.budget === undefined ? {} : { budget: budget(example.budget) }),
    funds: (example.funds ?? []).map(fundsRow),
    ...totalField(example),
    ...(example.grade === undefined ? {} : { grade: { options: [], ...example.grade, place: { row: 101 } } }),
    statements: (example.statements ?? []).map((statement, index) => ({
      ...statement,
      place: { line: index + 1 },
    })),
    remarks: (example.remarks ?? []).map((text, index) => ({ text, place: { row: 110 + index } })),
    notes: Array.from({ length: example.unreadRows ?? 0 }, (_, index) => ({
      code: 'table/row-not-read',
      message: { zh: '此行未能读取', en: 'this row could not be read' },
      place: { row: 120 + index },
    })),
  };
}

/** A printed figure; `12.50%` keeps its decimals and its unit. */
function printedFigure(raw: string, place: Place): Printed {
  const numeral = readNumeral(raw);
  if (!numeral) throw new RangeError(`an example holds no number: ${raw}`);
  return { raw, origin: 'printed', place, ...numeral };
}

/** The four customary grades, with the chosen ones ticked. */
export function exampleGrades(...chosen: readonly string[]): readonly GradeOption[] {
  const bounds = [
    ['优', '90', '100'],
    ['良', '80', '90'],
    ['中', '60', '80'],
    ['差', '0', '60'],
  ] as const;
  return bounds.map(([label, low, high]) => ({
    label,
    low,
    lowIncluded: true,
    high,
    highIncluded: label === '优',
    chosen: chosen.includes(label),
  }));
}

function indicator(row: ExampleRow, index: number): Indicator {
  const place = { row: index };
  return {
    id: `r${index + 1}`,
    path: row.path,
    kind: row.kind ?? 'indicator',
    ...printedField('maxScore', row.max, place),
    ...printedField('selfScore', row.score, place),
    ...textField('target', row.target, place),
    ...textField('actual', row.actual, place),
    ...textField('standard', row.standard, place),
    ...textField('evidence', row.evidence, place),
    ...textField('deviationReason', row.reason, place),
    confidence: row.confidence ?? 1,
    repairs: row.repairs ?? [],
    place,
  };
}

type FieldOf<Key extends string, Value> = { readonly [key in Key]?: Value };

function printedField<Key extends string>(key: Key, raw: string | undefined, place: Place) {
  const field = raw === undefined ? {} : { [key]: printedFigure(raw, place) };
  // A computed key widens to `string`; the object holds `key` or nothing.
  return field as FieldOf<Key, Printed>;
}

function textField<Key extends string>(key: Key, text: string | undefined, place: Place) {
  const field = text === undefined ? {} : { [key]: { text, place } };
  // As above.
  return field as FieldOf<Key, PrintedText>;
}

function totalField({ total, full }: ExampleAssessment): Pick<Assessment, 'total'> {
  if (total === undefined && full === undefined) return {};
  const place = { row: 100 };
  return { total: { ...printedField('printed', total, place), ...printedField('max', full, place), place } };
}

function budget({ total, parts }: NonNullable<ExampleAssessment['budget']>): Budget {
  return {
    ...printedField('total', total, { row: 130 }),
    parts: parts.map(([name, amount, block], index) => ({
      name,
      amount: printedFigure(amount, { row: 131 + index }),
      ...(block === undefined ? {} : { block }),
    })),
  };
}

function fundsRow({ name, isTotal, ...columns }: ExampleFundsRow, index: number): FundsRow {
  const place = { row: 150 + index };
  return {
    name,
    isTotal: isTotal ?? false,
    ...printedField('initial', columns.initial, place),
    ...printedField('adjusted', columns.adjusted, place),
    ...printedField('executed', columns.executed, place),
    ...printedField('rate', columns.rate, place),
    ...printedField('points', columns.points, place),
    ...printedField('score', columns.score, place),
    place,
  };
}

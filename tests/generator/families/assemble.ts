import type { FormKind } from '../../../model/assessment.ts';
import type {
  GeneratedAssessment,
  GeneratedBudget,
  GeneratedFunds,
  GeneratedGroup,
  GeneratedRow,
  ShownPart,
} from '../generated.ts';
import type { Column, Field, NumberStyle } from '../layout/form.ts';
import type { Random } from '../random.ts';
import { plain, sum } from '../truth/figures.ts';
import { gradeOf } from '../truth/grade.ts';
import { makeProject, type ProjectKind } from '../vocabulary/projects.ts';
import { makeUnit } from '../vocabulary/units.ts';
import { goalTexts } from '../vocabulary/wordings.ts';

/** What every family has: who reports what for which year. */
export type Subject = {
  readonly unit: string;
  readonly department: string;
  readonly projectKind: ProjectKind;
  readonly projectName: string;
  readonly year: number;
};

export function makeSubject(random: Random): Subject {
  const { kind, name } = makeProject(random);
  return { ...makeUnit(random), projectKind: kind, projectName: name, year: random.integer(2018, 2024) };
}

export type Parts = {
  readonly family: string;
  readonly form: FormKind;
  readonly title: string;
  /** Absent: what the family shows. */
  readonly shows?: readonly ShownPart[];
  readonly subject: Subject;
  readonly rows: readonly GeneratedRow[];
  readonly groups: readonly GeneratedGroup[];
  readonly funds?: readonly GeneratedFunds[];
  readonly budget?: GeneratedBudget;
  readonly grade: 'boxes' | 'written' | 'none';
  readonly remarks: readonly string[];
  /** `scored` forms print the sum of their scores; the others print none. */
  readonly total: 'scored' | 'none';
};

/** Families whose forms have no column that asks for reasons. */
const withoutReasons = ['F5', 'F6', 'F24', 'F26'];
/** Families with points beside or behind the names of their levels. */
const withGroupPoints = ['F1a', 'F7', 'F9', 'F10'];
const withoutInitialFunds = ['F25', 'F8', 'F23'];

function shownBy(family: string): readonly ShownPart[] {
  return [
    ...(withoutReasons.includes(family) ? [] : ['reasons' as const]),
    ...(withGroupPoints.includes(family) ? ['group points' as const] : []),
    ...(withoutInitialFunds.includes(family) ? [] : ['initial funds' as const]),
  ];
}

/** The row of a funds block that carries points. */
export function executionRow(funds: readonly GeneratedFunds[]): readonly GeneratedRow[] {
  const [line] = funds;
  if (line?.points === undefined || line.score === undefined) return [];
  return [{ kind: 'execution', path: ['预算执行率'], maxScore: line.points, selfScore: line.score }];
}

/** Puts a consistent assessment together: total and grade follow from the rows. */
export function assemble(random: Random, parts: Parts): GeneratedAssessment {
  const funds = parts.funds ?? [];
  const rows = [...executionRow(funds), ...parts.rows];
  const total = parts.total === 'scored' ? plain(sum(rows.map(({ selfScore }) => selfScore))) : null;
  const { subject } = parts;
  return {
    family: parts.family,
    form: parts.form,
    title: parts.title,
    unit: subject.unit,
    ...(parts.form === 'department' ? {} : { department: subject.department, project: subject.projectName }),
    year: subject.year,
    shows: parts.shows ?? shownBy(parts.family),
    goals: [random.pick(goalTexts)],
    rows,
    groups: parts.groups,
    funds,
    ...(parts.budget === undefined ? {} : { budget: parts.budget }),
    total: { printed: total, max: total === null ? null : '100' },
    grade: { style: parts.grade, chosen: total === null || parts.grade === 'none' ? [] : [gradeOf(total)] },
    remarks: parts.remarks,
    mustRaise: [],
    mayRaise: [],
  };
}

export const columns = (...pairs: readonly (readonly [Field, string])[]): readonly Column[] =>
  pairs.map(([field, header]) => ({ field, header }));

export function makeStyle(random: Random): NumberStyle {
  const decimals = random.pick([undefined, undefined, 1, 2] as const);
  return {
    ...(decimals === undefined
      ? {}
      : { scoreDecimals: decimals, ...(decimals === 2 ? { pointDecimals: 2 } : {}) }),
    thousands: random.chance(0.5),
    actualMeasure: random.chance(0.6),
    actualSign: random.chance(0.08),
  };
}

export const reasonHeaders = [
  '偏差原因分析及改进措施',
  '未完成原因分析',
  '偏差原因分析',
  '未完成原因和改进措施',
] as const;

export const yearLine = (random: Random, year: number): string =>
  random.pick([`（${year}年度）`, `(${year}年度)`, `${year}年度`]);

import { Decimal } from 'decimal.js';
import type { ExpectedFinding, GeneratedAssessment, GeneratedRow } from '../generated.ts';
import type { Random } from '../random.ts';
import { plain } from '../truth/figures.ts';

/** Puts one disagreement into a consistent assessment; `undefined` where the form has no place for it. */
export type Injector = (random: Random, assessment: GeneratedAssessment) => GeneratedAssessment | undefined;

export type RowChange = { readonly index: number; readonly row: Partial<GeneratedRow> };

/** The assessment with one row changed. */
export function changeRow(assessment: GeneratedAssessment, change: RowChange): GeneratedAssessment {
  return {
    ...assessment,
    rows: assessment.rows.map((row, index) => (index === change.index ? { ...row, ...change.row } : row)),
  };
}

/** The assessment with its printed total moved by `difference`. */
export function moveTotal(assessment: GeneratedAssessment, difference: Decimal): GeneratedAssessment {
  const { printed, max } = assessment.total;
  if (printed === null) return assessment;
  return { ...assessment, total: { printed: plain(new Decimal(printed).plus(difference)), max } };
}

/** The assessment with the printed total and the scores of a row's levels moved by `difference`. */
export function moveSums(
  assessment: GeneratedAssessment,
  { path }: GeneratedRow,
  difference: Decimal,
): GeneratedAssessment {
  const groups = assessment.groups.map((group) =>
    group.selfScore !== undefined && group.path.every((name, level) => path[level] === name)
      ? { ...group, selfScore: plain(new Decimal(group.selfScore).plus(difference)) }
      : group,
  );
  return { ...moveTotal(assessment, difference), groups };
}

export function expecting(
  assessment: GeneratedAssessment,
  must: readonly ExpectedFinding[],
  may: readonly ExpectedFinding[] = [],
): GeneratedAssessment {
  return {
    ...assessment,
    mustRaise: [...assessment.mustRaise, ...must],
    mayRaise: [...assessment.mayRaise, ...may],
  };
}

/** A random row that fulfils a condition, with its index. */
export function findRow(
  random: Random,
  assessment: GeneratedAssessment,
  fits: (row: GeneratedRow) => boolean,
): { readonly row: GeneratedRow; readonly index: number } | undefined {
  const found = assessment.rows.flatMap((row, index) => (fits(row) ? [{ row, index }] : []));
  return found.length === 0 ? undefined : random.pick(found);
}

export const isScored = (row: GeneratedRow): boolean => row.kind === 'indicator' && row.selfScore !== null;

/** A printed total of a scored form; others have no figures to disagree. */
export const hasTotal = ({ total }: GeneratedAssessment): boolean => total.printed !== null;

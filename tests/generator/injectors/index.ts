import type { GeneratedAssessment } from '../generated.ts';
import { derive, seeded } from '../random.ts';
import { wrongBudgetSum, wrongExecutionRate, wrongExecutionScore } from './budget.ts';
import type { Injector } from './injector.ts';
import { lostReason, missingScore, scoreAbovePoints, wrongRowScore, wrongTotal } from './scores.ts';
import { duplicateRow, noGrade, truncatedTable, twoGrades, wrongGrade, wrongPoints } from './structure.ts';

/** Every disagreement that can be put into a consistent document. */
export const injectors: Readonly<Record<string, Injector>> = {
  wrongTotal,
  wrongRowScore,
  wrongPoints,
  scoreAbovePoints,
  missingScore,
  wrongGrade,
  twoGrades,
  noGrade,
  wrongExecutionRate,
  wrongExecutionScore,
  wrongBudgetSum,
  duplicateRow,
  lostReason,
  truncatedTable,
};

/** The document with one disagreement in it, or `undefined` where its form has no place for that one. */
export function inject<Document extends { readonly assessment: GeneratedAssessment }>(
  document: Document,
  name: string,
  seed: number,
): Document | undefined {
  const injector = injectors[name];
  if (injector === undefined) throw new RangeError(`no injector ${name}`);
  const assessment = injector(seeded(derive(seed, name)), document.assessment);
  return assessment && { ...document, assessment };
}

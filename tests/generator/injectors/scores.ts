import { Decimal } from 'decimal.js';
import type { GeneratedAssessment, GeneratedRow } from '../generated.ts';
import { plain } from '../truth/figures.ts';
import { gradeOf } from '../truth/grade.ts';
import {
  changeRow,
  expecting,
  findRow,
  hasTotal,
  type Injector,
  isScored,
  moveSums,
  moveTotal,
} from './injector.ts';

/** The printed total is another than the rows sum to. */
export const wrongTotal: Injector = (random, assessment) => {
  const { printed } = assessment.total;
  if (printed === null) return undefined;
  const moved = ['0.7', '-0.7', '1.3', '-1.3', '-2.1']
    .map((difference) => moveTotal(assessment, new Decimal(difference)))
    .filter(
      ({ total }) =>
        new Decimal(total.printed ?? 0).lte(100) && gradeOf(total.printed ?? '0') === gradeOf(printed),
    );
  return moved.length === 0
    ? undefined
    : expecting(random.pick(moved), [{ code: 'total/mismatch', subject: 'total' }]);
};

/** A row that missed its countable target is scored full all the same. */
export const wrongRowScore: Injector = (random, assessment) => {
  const found = findRow(
    random,
    assessment,
    (row) =>
      isScored(row) &&
      row.maxScore !== null &&
      row.reason !== undefined &&
      /^\d/.test(row.actual ?? '') &&
      row.sign === '≥',
  );
  if (!found || found.row.maxScore === null || found.row.maxScore === found.row.selfScore) return undefined;
  const { row, index } = found;
  const changed = changeRow(assessment, { index, row: { selfScore: row.maxScore } });
  const difference = new Decimal(row.maxScore ?? 0).minus(row.selfScore ?? 0);
  return withGrade(
    expecting(moveSums(changed, row, difference), [{ code: 'score/contradicts-evidence', subject: index }]),
  );
};

/** A self score above the row's points. */
export const scoreAbovePoints: Injector = (random, assessment) => {
  const found = findRow(random, assessment, (row) => isScored(row) && row.maxScore !== null);
  if (!found || !hasTotal(assessment)) return undefined;
  const { row, index } = found;
  const score = plain(new Decimal(row.maxScore ?? 0).plus(random.pick(['0.5', '1', '2'])));
  const difference = new Decimal(score).minus(row.selfScore ?? 0);
  if (new Decimal(assessment.total.printed ?? 0).plus(difference).gt(100)) return undefined;
  const changed = changeRow(assessment, { index, row: { selfScore: score } });
  return withGrade(
    expecting(
      moveSums(changed, row, difference),
      [{ code: 'score/above-max', subject: index }],
      [
        { code: 'score/inadmissible', subject: index },
        { code: 'score/contradicts-evidence', subject: index },
      ],
    ),
  );
};

/** The only row of a level whose own score is printed too: the level's score is the row's. */
function standsForGroup({ groups, rows }: GeneratedAssessment, row: GeneratedRow): boolean {
  const liesIn = ({ path }: GeneratedRow, group: readonly string[]) =>
    group.every((name, level) => path[level] === name);
  return groups.some(
    ({ path, selfScore }) =>
      selfScore !== undefined &&
      liesIn(row, path) &&
      rows.filter((other) => liesIn(other, path)).length === 1,
  );
}

/** One row's score is not printed; the total still counts it. */
export const missingScore: Injector = (random, assessment) => {
  const found = findRow(
    random,
    assessment,
    (row) => isScored(row) && row.selfScore !== '0' && !standsForGroup(assessment, row),
  );
  if (!found || !hasTotal(assessment)) return undefined;
  const changed = changeRow(assessment, { index: found.index, row: { selfScore: null } });
  return expecting(changed, [{ code: 'score/missing', subject: found.index }]);
};

/** Points were lost and the reason is not given. */
export const lostReason: Injector = (random, assessment) => {
  if (!assessment.shows.includes('reasons')) return undefined;
  const found = findRow(
    random,
    assessment,
    (row) => isScored(row) && (row.reason ?? '') !== '' && row.actual !== undefined,
  );
  if (!found) return undefined;
  const changed = changeRow(assessment, { index: found.index, row: { reason: '' } });
  return expecting(changed, [{ code: 'deviation/reason-missing', subject: found.index }]);
};

/** The printed grade follows the changed total, so that it is no disagreement of its own. */
const withGrade: (assessment: Parameters<Injector>[1]) => Parameters<Injector>[1] = (assessment) =>
  assessment.grade.chosen.length === 0 || assessment.total.printed === null
    ? assessment
    : { ...assessment, grade: { ...assessment.grade, chosen: [gradeOf(assessment.total.printed)] } };

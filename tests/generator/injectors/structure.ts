import { Decimal } from 'decimal.js';
import type { ExpectedFinding, GeneratedAssessment } from '../generated.ts';
import { plain, sum } from '../truth/figures.ts';
import { gradeBands } from '../truth/grade.ts';
import { changeRow, expecting, findRow, hasTotal, type Injector, isScored, moveSums } from './injector.ts';

/** A row's points are others than its group or the full mark leaves for it. */
export const wrongPoints: Injector = (random, assessment) => {
  const found = findRow(
    random,
    assessment,
    (row) =>
      isScored(row) &&
      row.maxScore !== null &&
      new Decimal(row.maxScore).gte(2) &&
      row.maxScore === row.selfScore,
  );
  if (!found || !hasTotal(assessment)) return undefined;
  const points = plain(new Decimal(found.row.maxScore ?? 0).minus(1));
  const changed = changeRow(assessment, { index: found.index, row: { maxScore: points, selfScore: points } });
  const inRow = (code: ExpectedFinding['code']): ExpectedFinding => ({ code, subject: found.index });
  return expecting(
    moveSums(changed, found.row, new Decimal(-1)),
    [{ code: assessment.shows.includes('group points') ? 'points/group-mismatch' : 'points/total-mismatch' }],
    [
      { code: 'points/total-mismatch' },
      { code: 'points/group-mismatch' },
      { code: 'grade/mismatch' },
      { code: 'table/incomplete' },
      inRow('score/inadmissible'),
      inRow('score/contradicts-evidence'),
    ],
  );
};

/** The same indicator stands twice in its level. */
export const duplicateRow: Injector = (random, assessment) => {
  const pairs = assessment.rows.flatMap((row, index) => {
    const next = assessment.rows[index + 1];
    const same =
      next && isScored(row) && row.path.length > 1 && row.reason === undefined && next.reason === undefined;
    return same &&
      row.path.slice(0, -1).join() === next.path.slice(0, -1).join() &&
      row.standard === undefined
      ? [{ row, next, index }]
      : [];
  });
  if (pairs.length === 0) return undefined;
  const { row, next, index } = random.pick(pairs);
  const copy = { ...row, maxScore: next.maxScore, selfScore: next.selfScore };
  return expecting(changeRow(assessment, { index: index + 1, row: copy }), [{ code: 'duplicate/row' }]);
};

/** The last rows are not in the document; the total counts them. */
export const truncatedTable: Injector = (random, assessment) => {
  if (!hasTotal(assessment) || assessment.rows.length < 6) return undefined;
  if (assessment.rows.some(({ maxScore }) => maxScore === null)) return undefined;
  const kept = assessment.rows.length - random.integer(2, 3);
  const rows = assessment.rows.slice(0, kept);
  const lost = assessment.rows.slice(kept);
  if (mayBeExecution(assessment, plain(sum(lost.map(({ maxScore }) => maxScore))))) return undefined;
  if (sum(lost.map(({ selfScore }) => selfScore)).isZero()) return undefined;
  return expecting(
    { ...assessment, rows },
    [{ code: 'table/incomplete' }],
    [
      { code: 'total/mismatch' },
      { code: 'points/total-mismatch' },
      { code: 'points/group-mismatch' },
      { code: 'score/group-mismatch' },
    ],
  );
};

/** Points that a block of funds without points may stand for: nobody can tell that rows are lost. */
function mayBeExecution({ funds }: GeneratedAssessment, points: string): boolean {
  const [total] = funds;
  return total !== undefined && total.points === undefined && ['10', '20'].includes(points);
}

/** Another grade than the total's band is ticked. */
export const wrongGrade: Injector = (random, assessment) => {
  const { grade } = assessment;
  if (grade.chosen.length !== 1) return undefined;
  const others = gradeBands.map(({ label }) => label).filter((label) => !grade.chosen.includes(label));
  const changed = { ...assessment, grade: { ...grade, chosen: [random.pick(others)] } };
  return expecting(changed, [{ code: 'grade/mismatch', subject: 'grade' }]);
};

/** Two boxes of the grade line are ticked. */
export const twoGrades: Injector = (random, assessment) => {
  const { grade } = assessment;
  if (grade.style !== 'boxes' || grade.chosen.length !== 1) return undefined;
  const others = gradeBands.map(({ label }) => label).filter((label) => !grade.chosen.includes(label));
  const changed = { ...assessment, grade: { ...grade, chosen: [...grade.chosen, random.pick(others)] } };
  return expecting(changed, [{ code: 'grade/ambiguous', subject: 'grade' }]);
};

/** No box of the grade line is ticked. */
export const noGrade: Injector = (_random, assessment) =>
  assessment.grade.style === 'boxes'
    ? expecting({ ...assessment, grade: { ...assessment.grade, chosen: [] } }, [
        { code: 'grade/missing', subject: 'grade' },
      ])
    : undefined;

import type { Indicator } from '../../model/assessment.ts';
import { exact } from '../exact.ts';
import { errorIf, firmWhen, isFirmRow, isRepaired } from '../firm-reading.ts';
import { leafRows, scoringGroups, spannedRows } from '../reconcile/counted-rows.ts';
import { alternativeOf, isNotApplicable, isScoredForm, nameOf, rowsOf } from '../row-kinds.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  missing: ({ name }: { readonly name: string }) => ({
    zh: `「${name}」未见得分，请查看该行得分栏`,
    en: `“${name}” has no readable score; look at its score cell`,
  }),
  implied: ({ name, score }: { readonly name: string; readonly score: string }) => ({
    zh: `「${name}」未见得分；由总分与其他各行推算为 ${score}，请查看该行得分栏`,
    en: `“${name}” has no readable score; the total and the other rows imply ${score}; look at its score cell`,
  }),
};

/** A row of a scored form has no readable score. */
export const scoreMissing: Check = {
  code: 'score/missing',
  title: { zh: '得分缺失', en: 'A row has no score' },
  rationale: {
    zh: '评分表中带分值的行应有得分。不适用的行、得分填在上级指标或跨行单元格的行、择一指标中未选的行除外。',
    en: 'In a scored form a row with points has a score, except rows that do not apply, rows whose score stands with their group or in a spanning cell, and alternatives not chosen.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '一行有分值无得分', en: 'points without a score' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '58' },
          { path: ['效益', '社会效益'], max: '40' },
        ],
        total: '96',
        full: '100',
      }),
    },
    {
      name: { zh: '得分填在上级指标', en: 'the score stands with the group' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60' },
          { path: ['产出', '质量'], max: '40' },
        ],
        groups: [{ path: ['产出'], max: '100', score: '97' }],
        total: '97',
        full: '100',
      }),
    },
    {
      name: { zh: '不适用的行', en: 'a row that does not apply' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '58' },
          { path: ['效益', '生态效益'], max: '40', actual: '不适用' },
        ],
        full: '100',
      }),
    },
  ],
  run: (context) => {
    if (!isScoredForm(context.assessment)) return [];
    const { implied, impliedUnique } = context.total.outcome;
    const hasScores = context.assessment.indicators.some(({ selfScore }) => selfScore !== undefined);
    return unscoredRows(context).map((row) => {
      const solution = impliedUnique ? implied.find(({ indicator }) => indicator === row.id) : undefined;
      const score = solution && solution.admissible !== false ? solution.score : undefined;
      const name = nameOf(row);
      return {
        severity: errorIf(firmWhen(hasScores, isFirmRow(row), !isRepaired(row, 'selfScore', 'row'))),
        subject: row.id,
        ...(score === undefined ? {} : { recomputed: score }),
        message: score === undefined ? messages.missing({ name }) : messages.implied({ name, score }),
        places: [row.place],
      };
    });
  },
};

function unscoredRows({ assessment, points }: ScoringContext): readonly Indicator[] {
  const rows = leafRows(assessment);
  const inGroups = new Set(scoringGroups(assessment).flatMap((group) => rowsOf(group, rows)));
  const spanned = spannedRows(assessment);
  const chosen = new Set(rows.flatMap((row) => (row.selfScore ? (alternativeOf(row)?.set ?? []) : [])));
  return rows.filter((row) => {
    const alternative = alternativeOf(row);
    if (row.selfScore !== undefined || isNotApplicable(row)) return false;
    if (row.maxScore ? exact(row.maxScore.value).lte(0) : !points.ceilings.has(row.id)) return false;
    return !inGroups.has(row) && !spanned.has(row.id) && !(alternative && chosen.has(alternative.set));
  });
}

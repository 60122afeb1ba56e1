import type { Outcome } from '../../model/outcome.ts';
import { type AccusableRow, accusableRows, bandChanges } from '../accusable-row.ts';
import { exact, halfUnit } from '../exact.ts';
import { bareDecimals } from '../execution-rate.ts';
import { errorIf, firmWhen } from '../firm-reading.ts';
import { nameOf } from '../row-kinds.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = {
  readonly name: string;
  readonly score: string;
  readonly recomputed: string;
  readonly because: Outcome['because'];
};

const messages = {
  another: ({ name, score, recomputed, because }: Values) => ({
    zh: `「${name}」得分 ${score}，按表中数字复算 ${recomputed}：${because.zh}；请核对该行得分与所列完成情况`,
    en: `“${name}” scores ${score}, the row's own figures give ${recomputed}: ${because.en}; compare the score with what the row states`,
  }),
};

/** The row's rule and its printed facts give another score. */
export const scoreContradictsEvidence: Check = {
  code: 'score/contradicts-evidence',
  title: { zh: '得分与所列依据不符', en: 'The score differs from what the row states' },
  rationale: {
    zh: '按该行评分标准和佐证，或按指标值与实际完成值复算，得出另一分数。填报位数内的四舍五入不提示。表中未写计分规则而按通行规则复算、且得分已低于满分的，只作存疑；资金执行行见 budget/execution-score-mismatch。',
    en: "The row's standard and evidence, or its target and actual result, give another score; rounding within the printed decimals is allowed for. Where the form states no rule and the customary one was used, a score that is below full marks anyway makes a warning. For the execution row of a funds block see budget/execution-score-mismatch.",
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '完成率不足而得满分', en: 'full marks for a target that was missed' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore'],
        rows: [
          { path: ['产出', '培训人次'], max: '20', score: '20', target: '≥200人次', actual: '150人次' },
          { path: ['效益', '社会效益'], max: '80', score: '80' },
        ],
        total: '100',
        full: '100',
      }),
    },
    {
      name: { zh: '佐证的比率落在另一档', en: 'the rate of the evidence lies in another tier' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'standard', 'points', 'selfScore', 'evidence'],
        rows: [
          {
            path: ['采购管理', '合同签订及时性'],
            max: '3',
            score: '3',
            standard:
              '合同签订及时率=100%，得3分；90%≤合同签订及时率<100%，得2分；80%≤合同签订及时率<90%，得1分；合同签订及时率<80%，不得分。',
            evidence: '合同签订及时率为91.3%。',
          },
          { path: ['产出', '数量'], max: '97', score: '97' },
        ],
        total: '100',
        full: '100',
      }),
    },
    {
      name: { zh: '按比例计分并四舍五入', en: 'the ratio, rounded' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore'],
        rows: [
          { path: ['产出', '培训人次'], max: '20', score: '15.3', target: '≥200人次', actual: '153人次' },
          { path: ['效益', '社会效益'], max: '80', score: '80' },
        ],
        total: '95.3',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    accusableRows(context).flatMap((accused) => {
      const { row, outcome } = accused;
      if (outcome.verdict !== 'contradicted' || isPaddedRounding(accused)) return [];
      const recomputed = outcome.expected ?? outcome.range?.join('～');
      const values = {
        name: nameOf(row),
        score: row.selfScore.value,
        recomputed: recomputed ?? '?',
        because: outcome.because,
      };
      const deciding = [row.evidence, row.actual, row.target, row.standard].flatMap((text) =>
        text ? [text.place] : [],
      );
      return [
        {
          severity: severityOf(context, accused),
          subject: row.id,
          printed: row.selfScore.value,
          ...(recomputed === undefined ? {} : { recomputed }),
          affectsGrade: bandChanges(context, row, outcome.expected),
          message: messages.another(values),
          places: [row.selfScore.place, ...deciding],
        },
      ];
    }),
};

/** A rule that nobody printed settles that a missed target is not worth full marks, not what it is worth. */
function severityOf({ profile }: ScoringContext, { row, outcome, reading }: AccusableRow) {
  const isCustomary = outcome.basis === 'target' && profile === undefined;
  const isFull = exact(row.selfScore.value).eq(exact(row.maxScore.value));
  return errorIf(firmWhen(reading === 'firm', !isCustomary || isFull));
}

/** `20.30` for 20.26: rounded to one decimal and padded to the column's two. Full marks are no rounding of less. */
function isPaddedRounding({ row, outcome }: AccusableRow): boolean {
  const { selfScore, maxScore } = row;
  const bare = bareDecimals(selfScore);
  if (outcome.expected === undefined || bare === 0 || bare === selfScore.decimals) return false;
  const score = exact(selfScore.value);
  return score.lt(exact(maxScore.value)) && score.minus(exact(outcome.expected)).abs().lte(halfUnit(bare));
}

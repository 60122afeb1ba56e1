import type { Localized } from '../../model/localized.ts';
import { unexplainedLosses } from '../accusable-row.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = {
  readonly name: string;
  readonly score: string;
  readonly max: string;
  readonly because: Localized;
};

const messages = {
  unexplained: ({ name, score, max, because }: Values) => ({
    zh: `「${name}」分值 ${max}、得分 ${score}：${because.zh}；请查看该行得分与原因`,
    en: `“${name}” scores ${score} of ${max}: ${because.en}; look at its score and its reason`,
  }),
};

/** The target is met, and points are lost without a reason. */
export const scoreUnexplainedLoss: Check = {
  code: 'score/unexplained-loss',
  title: { zh: '达标而扣分且未说明', en: 'Points are lost although the target is met' },
  rationale: {
    zh: '实际完成值达到指标值而得分低于分值，又没有写明原因。自评从严并非错误，故只作存疑；写了原因的、无法判断是否达标的不提示。同一行不再另报「扣分未写原因」。',
    en: 'The actual result meets the target, the score lies below the points, and no reason is given. Strict self-assessment is no mistake, hence a warning; rows with a reason, or whose target cannot be judged, are left alone. The row is not reported again under deviation/reason-missing.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '完成 230 人次、目标 200 人次，扣 2 分', en: '230 of 200 reached, two points lost' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [
          { path: ['产出', '培训人次'], max: '20', score: '18', target: '≥200人次', actual: '230人次' },
          { path: ['效益', '社会效益'], max: '80', score: '80' },
        ],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '写明原因', en: 'a reason is stated' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [
          {
            path: ['产出', '培训人次'],
            max: '20',
            score: '18',
            target: '≥200人次',
            actual: '230人次',
            reason: '个别场次签到不全',
          },
          { path: ['效益', '社会效益'], max: '80', score: '80' },
        ],
        total: '98',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    unexplainedLosses(context).map(({ row, remark }) => ({
      subject: row.id,
      printed: row.selfScore.value,
      recomputed: row.maxScore.value,
      message: messages.unexplained({
        name: nameOf(row),
        score: row.selfScore.value,
        max: row.maxScore.value,
        because: remark.message,
      }),
      places: [row.selfScore.place, ...(row.actual ? [row.actual.place] : [])],
    })),
};

import type { Indicator } from '../../model/assessment.ts';
import { matchKey } from '../../text/fold.ts';
import { lossesToldElsewhere } from '../accusable-row.ts';
import { decimalString, exact } from '../exact.ts';
import { isFirm, isFirmScore, isRepaired } from '../firm-reading.ts';
import { nameOf, subtotalRows } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly name: string; readonly max: string; readonly score: string; readonly lost: string };

const messages = {
  blank: ({ name, max, score, lost }: Values) => ({
    zh: `「${name}」分值 ${max}、得分 ${score}，扣 ${lost} 分而未写明原因；请查看该行原因栏`,
    en: `“${name}” scores ${score} of ${max} and gives no reason for the ${lost} points lost; look at its reason cell`,
  }),
};

/** Points are lost, and the column that asks for the reason is blank. */
export const deviationReasonMissing: Check = {
  code: 'deviation/reason-missing',
  title: { zh: '扣分未写原因', en: 'Points are lost without a reason' },
  rationale: {
    zh: '表中设有原因栏的，未得满分的行应写明原因；栏内为空或只写「无」时提示。资金执行行没有原因栏，不在此列。同一扣分已报「达标而扣分且未说明」、或复算应得满分的，不再重复。',
    en: 'Where a form has a column for it, a row below full marks states the reason; reported when the cell is blank or says “none”. The execution row of a funds block has no such cell. A loss is not told twice: rows under score/unexplained-loss, and rows that recompute to full marks, are left out.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '扣 2 分，原因栏为「无」', en: 'two points lost, reason “无”' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'points', 'selfScore', 'reason'],
        rows: [{ path: ['产出', '数量'], max: '100', score: '98', reason: '无' }],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '扣分并写明原因', en: 'points lost for a stated reason' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'points', 'selfScore', 'reason'],
        rows: [{ path: ['产出', '数量'], max: '100', score: '98', reason: '设备到货较晚，已催办' }],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '达标而扣分，另有提示', en: 'the target is met: told by another finding' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [{ path: ['产出', '数量'], max: '100', score: '98', target: '≥5', actual: '6', reason: '无' }],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '表中没有原因栏', en: 'a form without such a column' },
      fires: false,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '98' }],
        total: '98',
        full: '100',
      }),
    },
  ],
  run: (context) => {
    const { assessment, points } = context;
    const { columns, indicators } = assessment;
    if (!columns.includes('reason') && !columns.includes('evidence')) return [];
    const subtotals = subtotalRows(indicators);
    const told = lossesToldElsewhere(context);
    return indicators.flatMap((row) => {
      const { maxScore, selfScore } = row;
      if (!maxScore || !selfScore || row.kind === 'execution' || subtotals.has(row) || told.has(row.id))
        return [];
      const lost = exact(maxScore.value).minus(exact(selfScore.value));
      const isFirmlyRead =
        isFirmScore(row, points) &&
        (isFirm(maxScore) || points.verdict === 'equal') &&
        !isRepaired(row, 'evidence', 'row');
      if (lost.lte(0) || !isFirmlyRead || statesReason(row)) return [];
      const values = { name: nameOf(row), max: maxScore.value, score: selfScore.value };
      return [
        {
          subject: row.id,
          printed: selfScore.value,
          message: messages.blank({ ...values, lost: decimalString(lost) }),
          places: [row.place],
        },
      ];
    });
  },
};

const blankWords = /^(?:|无|没有|暂无|\/+|-+|\.+|0)$/u;

function statesReason({ evidence, deviationReason }: Indicator): boolean {
  return [evidence, deviationReason].some((printed) => printed && !blankWords.test(matchKey(printed.text)));
}

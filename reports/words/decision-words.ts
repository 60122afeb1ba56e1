import type { Language } from '../../model/localized.ts';
import type { DismissReason, ReviewState, VerdictOnFinding } from '../../model/review.ts';

/** How the reports speak of reviewers' decisions. */
export type DecisionWords = {
  readonly states: Readonly<Record<ReviewState, string>>;
  readonly verdicts: Readonly<Record<VerdictOnFinding, string>>;
  readonly reasons: Readonly<Record<DismissReason, string>>;
  /** A decision that does not hold by itself: where it stands, what was said. */
  readonly pending: (state: string, said: string) => string;
  readonly because: (reason: string) => string;
  /** Fields that a reviewer may correct and that no row has. */
  readonly fields: Readonly<Record<string, string>>;
  /** A corrected cell: where it belongs, what the program read, what stands there, who says so and why. */
  readonly correction: (change: {
    readonly field: string;
    readonly read: string;
    readonly value: string;
    readonly who: string;
    readonly why: string;
  }) => string;
  readonly labels: Readonly<
    Record<'decision' | 'comment' | 'by' | 'at' | 'signedBy' | 'corrections', string>
  >;
};

export const decisionWords: Readonly<Record<Language, DecisionWords>> = {
  zh: {
    states: {
      open: '未复核',
      reopened: '须重新复核',
      proposed: '待会签',
      'needs-source': '待查原件',
      confirmed: '属实',
      dismissed: '不成立',
    },
    verdicts: { confirm: '属实', dismiss: '不成立', 'needs-source': '待查原件' },
    pending: (state, said) => `${state}：${said}`,
    reasons: {
      misread: '读取有误',
      'explained-by-rule': '评分标准可以解释',
      rounding: '四舍五入所致',
      'not-applicable': '不适用',
      other: '其他',
    },
    because: (reason) => `（${reason}）`,
    fields: {
      printed: '填报总分',
      max: '满分',
      written: '填报等级',
      initial: '年初预算数',
      adjusted: '调整后预算数',
      executed: '执行数',
      rate: '执行率',
      points: '分值',
      score: '得分',
      amount: '金额',
      funds: '资金',
      deviationReason: '偏差原因',
    },
    correction: ({ field, read, value, who, why }) =>
      `${field}：程序读作“${read}”，${who} 更正为“${value}”（${why}）`,
    labels: {
      decision: '复核意见',
      comment: '批注',
      by: '复核人',
      at: '复核时间',
      signedBy: '会签人',
      corrections: '人工更正',
    },
  },
  en: {
    states: {
      open: 'not reviewed',
      reopened: 'to be reviewed again',
      proposed: 'to be signed',
      'needs-source': 'needs the source',
      confirmed: 'confirmed',
      dismissed: 'dismissed',
    },
    verdicts: { confirm: 'confirmed', dismiss: 'dismissed', 'needs-source': 'needs the source' },
    pending: (state, said) => `${state}: ${said}`,
    reasons: {
      misread: 'misread',
      'explained-by-rule': 'explained by the rule',
      rounding: 'rounding',
      'not-applicable': 'not applicable',
      other: 'other',
    },
    because: (reason) => ` (${reason})`,
    fields: {
      printed: 'printed total',
      max: 'full mark',
      written: 'printed grade',
      initial: 'initial budget',
      adjusted: 'adjusted budget',
      executed: 'executed',
      rate: 'rate',
      points: 'points',
      score: 'score',
      amount: 'amount',
      funds: 'funds',
      deviationReason: 'reason of deviation',
    },
    correction: ({ field, read, value, who, why }) =>
      `${field}: the program read “${read}”, ${who} corrected it to “${value}” (${why})`,
    labels: {
      decision: 'Decision',
      comment: 'Comment',
      by: 'Reviewer',
      at: 'Reviewed at',
      signedBy: 'Second signature',
      corrections: 'Corrected by hand',
    },
  },
};

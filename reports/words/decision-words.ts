import type { Language } from '../../model/localized.ts';
import type { Decision } from '../decision.ts';

/** How the reports speak of reviewers' decisions. */
export type DecisionWords = {
  readonly states: Readonly<Record<Decision['state'], string>>;
  /** Nobody has decided yet. */
  readonly open: string;
  readonly reasons: Readonly<Record<NonNullable<Decision['reason']>, string>>;
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
    states: { confirmed: '属实', dismissed: '不成立', 'needs-source': '待查原件' },
    open: '未复核',
    reasons: {
      misread: '读取有误',
      explained: '评分标准可以解释',
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
    states: { confirmed: 'confirmed', dismissed: 'dismissed', 'needs-source': 'needs the source' },
    open: 'not reviewed',
    reasons: {
      misread: 'misread',
      explained: 'explained by the rule',
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

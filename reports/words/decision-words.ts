import type { Language } from '../../model/localized.ts';
import type { Decision } from '../decision.ts';

/** How the reports speak of reviewers' decisions. */
export type DecisionWords = {
  readonly states: Readonly<Record<Decision['state'], string>>;
  /** Nobody has decided yet. */
  readonly open: string;
  readonly reasons: Readonly<Record<NonNullable<Decision['reason']>, string>>;
  readonly because: (reason: string) => string;
  readonly labels: Readonly<Record<'decision' | 'comment' | 'by' | 'at' | 'signedBy', string>>;
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
    labels: {
      decision: '复核意见',
      comment: '批注',
      by: '复核人',
      at: '复核时间',
      signedBy: '会签人',
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
    labels: {
      decision: 'Decision',
      comment: 'Comment',
      by: 'Reviewer',
      at: 'Reviewed at',
      signedBy: 'Second signature',
    },
  },
};

import type { DecimalString } from '../../model/decimal-string.ts';
import type { Award, Loss } from './ast.ts';

/** A scoring phrase found in a rule, and what it says; the words before it are its condition. */
export type Meaning =
  /** 得2分, 得满分, 不得分, 得一半分 */
  | { readonly kind: 'award'; readonly award: Award }
  /** 得分=完成率×分值: `expression` is still text. */
  | { readonly kind: 'score-formula'; readonly expression: string }
  /** 按完成率计分; `measure` may be `''`. */
  | { readonly kind: 'by-ratio'; readonly measure: string; readonly direction: 'forward' | 'inverse' }
  /** 扣0.5分 */
  | { readonly kind: 'loss'; readonly loss: Loss; readonly per?: string }
  /** 酌情扣分 */
  | { readonly kind: 'discretion' }
  /** 分别占30%、30%和40%; `isEach` where one fraction is named for all parts (各占50%). */
  | { readonly kind: 'shares'; readonly shares: readonly DecimalString[]; readonly isEach: boolean }
  /** 综合得分=各指标得分合计 */
  | { readonly kind: 'sub-scores' }
  /** 分为三档 … 100%-80%、80%-60%、60%-0% */
  | { readonly kind: 'bands'; readonly bounds: readonly [DecimalString, DecimalString] }
  /** （2分） */
  | { readonly kind: 'allotment'; readonly points: DecimalString }
  /** 满分2分, 共10分 */
  | { readonly kind: 'base'; readonly points: DecimalString }
  /** 最高得3分, 最多扣2分 */
  | { readonly kind: 'cap'; readonly points: DecimalString; readonly of: 'score' | 'loss' }
  /** 扣完为止, 满分为止: what every rule does anyway. */
  | { readonly kind: 'limit' }
  /** 未达标的部分不足5%的按5%计算 */
  | { readonly kind: 'partial'; readonly partial: 'whole' | 'started' | 'proportional' }
  | { readonly kind: 'one-of' }
  | { readonly kind: 'equal-split' }
  /** 评分采用扣分法: talks about scoring and decides nothing. */
  | { readonly kind: 'remark' };

export type Token = { readonly meaning: Meaning; readonly start: number; readonly end: number };

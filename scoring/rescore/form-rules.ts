import { Decimal } from 'decimal.js';
import type { Assessment } from '../../model/assessment.ts';
import type { Profile } from '../../model/profile.ts';
import { foldWidth } from '../../text/fold.ts';

/**
 * How a form scores target against actual. Where neither its remarks nor its profile say which of several customs holds, all
 * of them are listed, and a score agrees if it agrees with one.
 */
export type FormRules = {
  readonly source: 'remarks' | 'profile' | 'custom';
  readonly overshoot: 'full' | 'explain' | 'half';
  /** Actual ÷ target from which a result counts as overshot. */
  readonly overshootFrom: Decimal;
  readonly inverse: readonly ('ratio' | 'linear')[];
  readonly equality: readonly ('proportional' | 'exact')[];
  /** Least fractions of the points for 达成 and 部分达成. */
  readonly bands: readonly [Decimal, Decimal];
  /** Most actual values of the form carry a sign: its system prints the target's sign there. */
  readonly signsActuals: boolean;
};

/** Integrated budget systems ask for an explanation from 120 % of the target on. */
const usualOvershoot = '1.2';

/** Reads what the remarks under the table say, then the profile, then what is customary (财预〔2020〕10号 and the systems built on it). */
export function readFormRules(assessment: Assessment, profile: Profile | undefined): FormRules {
  const text = foldWidth(assessment.remarks.map((remark) => remark.text).join('。')).replace(/\s/g, '');
  const policies = profile?.policies;
  const bands = bandsIn(text);
  const inverse = inverseIn(text);
  const overshoot = overshootIn(text);
  const stated = bands ?? inverse ?? overshoot;
  const [high, low] = bands ?? policies?.qualitativeBands ?? ['0.8', '0.5'];
  return {
    source: stated ? 'remarks' : policies ? 'profile' : 'custom',
    overshoot: overshoot?.[0] ?? policies?.overshoot ?? 'explain',
    overshootFrom: new Decimal(overshoot?.[1] ?? policies?.overshootFrom ?? usualOvershoot),
    inverse: inverse ?? (policies?.inverse ? [policies.inverse] : ['ratio', 'linear']),
    equality: policies?.equality ? [policies.equality] : ['proportional', 'exact'],
    bands: [new Decimal(high), new Decimal(low)],
    signsActuals: mostActualsSigned(assessment),
  };
}

/** `100-80%(含80%)、80-50%(含50%)、50-0%` */
function bandsIn(text: string): readonly [string, string] | undefined {
  const match =
    /100%?(?:\([^()]*\))?[-~至]+(\d{2})%?(?:\([^()]*\))?[、,;和]\1%?(?:\([^()]*\))?[-~至]+(\d{2})%?(?:\([^()]*\))?[、,;和]\2%?[-~至]+0/.exec(
      text,
    );
  return match?.[1] && match[2] ? [`0.${match[1]}`, `0.${match[2]}`] : undefined;
}

function inverseIn(text: string): readonly ('ratio' | 'linear')[] | undefined {
  if (/(?:反向|逆向|负向|≤)[^。]{0,60}(?:A\/B|(?:指标|目标)值\/)/.test(text)) return ['ratio'];
  return /(?:反向|逆向|负向|≤)[^。]{0,60}1-\(/.test(text) ? ['linear'] : undefined;
}

function overshootIn(text: string): readonly ['half' | 'explain', string] | undefined {
  const half = /(1[1-9]0|200)%(?:以上)?(?:的)?,?(?:只?得|按)?[^。;]{0,8}(?:一半|50%)/.exec(text);
  if (half?.[1]) return ['half', new Decimal(half[1]).div(100).toFixed()];
  const explain = /(?:超过|高于|大于|达到|≥|>)[^。;,]{0,10}?(1[1-9]0|200)%[^。;]{0,24}(?:说明|原因)/.exec(
    text,
  );
  return explain?.[1] ? ['explain', new Decimal(explain[1]).div(100).toFixed()] : undefined;
}

function mostActualsSigned({ indicators }: Assessment): boolean {
  const numeric = indicators.map(({ actual }) => actual?.text ?? '').filter((text) => /\d/.test(text));
  const signed = numeric.filter((text) => /^\s*[≥≤＞＜><=＝]/.test(text));
  return numeric.length > 2 && signed.length * 2 > numeric.length;
}

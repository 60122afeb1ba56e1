import type { DecimalString } from '../../model/decimal-string.ts';
import type { Award, Measure, Rule } from './ast.ts';
import { bareCondition } from './conditions.ts';
import type { Piece } from './pieces.ts';
import type { NamedRange } from './range.ts';

/** What stands in one item, worth `points`. */
export type Leaf = {
  readonly pieces: readonly Piece[];
  readonly prose: readonly string[];
  readonly points: DecimalString;
  readonly definitions: readonly Measure[];
};

export type RangedAward = NamedRange & { readonly award: Award };

/** An award whose condition is words. */
export type WordedAward = { readonly condition: string; readonly award: Award };

/** The pieces of a leaf by what they do; each composer takes those that it knows and refuses the rest. */
export type SortedLeaf = {
  readonly leaf: Leaf;
  readonly ranged: readonly RangedAward[];
  readonly worded: readonly WordedAward[];
  readonly otherwise: Award | 'loss' | undefined;
  readonly ratios: readonly RatioPiece[];
  readonly losses: readonly Piece[];
  readonly accruals: readonly Piece[];
  readonly discretions: readonly Piece[];
  readonly waivers: readonly string[];
  readonly others: readonly Piece[];
};

export type RatioPiece = {
  readonly condition: string;
  readonly measure: Measure;
  readonly direction: 'forward' | 'inverse' | 'deficit';
  /** Written as an equation (得分=…). */
  readonly isFormula: boolean;
};

/** Gives a measure the definition that the rule states for it; a general name (比率) takes the only one there is. */
export function define(measure: Measure, definitions: readonly Measure[]): Measure {
  if (measure.definition) return measure;
  const fits = definitions.filter(
    ({ name }) =>
      name === measure.name ||
      (measure.name !== '' && (name.endsWith(measure.name) || measure.name.endsWith(name))) ||
      isGeneral(measure.name),
  );
  const exact = fits.find(({ name }) => name === measure.name);
  const [only] = fits;
  if (exact) return exact;
  return only && fits.length === 1 ? only : measure;
}

/** Names that stand for whatever the rule is about. */
export const isGeneral = (name: string): boolean =>
  /^(?:该|本|此|其|上述)?(?:比率|比例|比值|数值|指标值?|完成率|率|控制率|指标完成率|实际值|结果|变动率|利用率|执行率|支出率|及时率|占比)?$/.test(
    name,
  );

export function gated(rule: Rule, conditions: readonly string[]): Rule {
  return conditions.reduceRight<Rule>(
    (inner, words) => ({
      kind: 'gate',
      condition: { kind: 'words', words: bareCondition(words) },
      rule: inner,
    }),
    rule,
  );
}

/** 按完成率计分 multiplies the rate; 按比例 alone may also mean in proportion to the target. */
export function ratioAward({ measure, isFormula }: RatioPiece): Award {
  return isFormula || measure.name !== '' ? { kind: 'proportional' } : { kind: 'in-proportion' };
}

export const isZero = (award: Award): boolean => award.kind === 'points' && award.points === '0';

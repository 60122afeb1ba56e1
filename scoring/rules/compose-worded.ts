import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Award, Condition, Rule } from './ast.ts';
import { bareCondition, readCondition } from './conditions.ts';
import { gated, isZero, type Leaf, type SortedLeaf, type WordedAward } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import type { Piece } from './pieces.ts';

/** Awards for words: one is a yes-or-no question; several add up to the points or are grades of one thing. */
export function composeWorded({ leaf, worded, otherwise, discretions }: SortedLeaf): Rule | NotUnderstood {
  const positive = worded.filter(({ award }) => !isZero(award));
  const zeros = worded.filter(({ award }) => isZero(award));
  const [only] = positive;
  if (otherwise === 'loss') return notUnderstood('否则');
  const computed = worded.find(({ condition }) => /[×∑]|%\+|率[+/]/.test(condition));
  if (computed) return notUnderstood(computed.condition);
  if (!only) return notUnderstood(worded.map(({ condition }) => condition).join('；'));
  if (positive.length === 1) {
    if (only.award.kind !== 'full') return notUnderstood(`${only.condition}（最高得分不等于分值）`);
    const unmet: Award = otherwise ?? { kind: 'points', points: '0' };
    const vetoes = zeros.filter(({ condition }) => isVetoWords(condition)).map(({ condition }) => condition);
    const rule: Rule = isZero(unmet)
      ? { kind: 'all-or-nothing', condition: conditionOf(only, leaf) }
      : { kind: 'check', condition: conditionOf(only, leaf), met: only.award, unmet };
    return withDiscretion(gated(rule, vetoes), discretions);
  }
  const sizes = positive.map(({ award }) => sizeOf(award, leaf.points));
  const sum = Decimal.sum(...sizes);
  if (sum.eq(leaf.points)) {
    const rule: Rule = {
      kind: 'sum',
      parts: positive.map((each, index) => ({
        name: '',
        size: { kind: 'points', points: sizes[index]?.toFixed() ?? '0' },
        rule: { kind: 'all-or-nothing', condition: readCondition(each.condition) },
      })),
    };
    const vetoes = zeros.filter(({ condition }) => isVetoWords(condition)).map(({ condition }) => condition);
    const judged = otherwise?.kind === 'discretion' ? [{ condition: '否则' }] : [];
    if (otherwise && judged.length === 0 && !isZero(otherwise)) return notUnderstood('否则');
    return withDiscretion(gated(rule, vetoes), [...discretions, ...judged]);
  }
  if (!hasOneTop(positive, leaf.points)) {
    return notUnderstood(positive.map(({ condition }) => condition).join('；'));
  }
  // 其中 lists parts of the award before it, not lesser awards.
  if (
    worded.some(({ condition }) => condition.startsWith('其中')) ||
    leaf.prose.some((text) => text.endsWith('其中'))
  ) {
    return notUnderstood('其中');
  }
  const grades = [...worded, ...(otherwise ? [{ condition: '其他', award: otherwise }] : [])].map((each) => ({
    condition: readCondition(each.condition),
    award: each.award,
  }));
  return withDiscretion({ kind: 'grades', grades }, discretions);
}

/** Points, or a share of them; anything else adds up to nothing. */
function sizeOf(award: Award, points: DecimalString): Decimal {
  if (award.kind === 'points') return new Decimal(award.points);
  return award.kind === 'share' ? new Decimal(points).times(award.share) : new Decimal(Number.NaN);
}

const isTop = (award: Award, points: DecimalString): boolean =>
  award.kind === 'full' || (award.kind === 'span' && new Decimal(award.high.at.value).eq(points));

/** One grade reaches the points; the next one's span may end where it begins (优得3分，良得2-3分). */
function hasOneTop(positive: readonly WordedAward[], points: DecimalString): boolean {
  const tops = positive.filter(({ award }) => isTop(award, points));
  const [first, second] = tops;
  return (
    tops.length === 1 || (tops.length === 2 && first?.award.kind === 'full' && second?.award.kind === 'span')
  );
}

const isVetoWords = (condition: string): boolean =>
  condition.length > 3 && /^(?:如|若|凡|一旦|对未|有下列)|一票否决/.test(condition);

function withDiscretion(rule: Rule, discretions: readonly Pick<Piece, 'condition'>[]): Rule {
  return discretions.reduceRight<Rule>(
    (inner, piece) => ({
      kind: 'with-discretion',
      condition: { kind: 'words', words: bareCondition(piece.condition) },
      rule: inner,
    }),
    rule,
  );
}

/** 符合规定的 refers to what the item says before it. */
function conditionOf({ condition }: WordedAward, leaf: Leaf): Condition {
  const isReference =
    /^(?:符合|满足|达到)(?:上述|以上|相关)?(?:规定|要求|标准|条件)(?:的)?$/.test(condition) ||
    condition === '';
  const last = leaf.prose.at(-1);
  return readCondition(isReference && last !== undefined ? `${last},符合规定` : condition);
}

import { Decimal } from 'decimal.js';
import type { Award, Part, Rule, Tier } from './ast.ts';
import { bareCondition, readCondition } from './conditions.ts';
import { define, isGeneral, isZero, type RangedAward, type SortedLeaf, type WordedAward } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { printRange } from './range.ts';
import { gapsOf } from './tier-ranges.ts';

/** `建立渠道的得1分；办结率达100%的得1分`: points for words and for ranges of measures of their own, which add up to the whole. */
export function composeMixed(
  { ranged, ratios, discretions, otherwise, leaf }: SortedLeaf,
  achieved: readonly WordedAward[],
): Rule | undefined {
  const all = [...ranged.map(({ award }) => award), ...achieved.map(({ award }) => award)];
  const names = ranged.map(({ name }) => name);
  const isApart = names.every((name) => !isGeneral(name)) && new Set(names).size === names.length;
  const total = Decimal.sum(0, ...all.map((award) => (award.kind === 'points' ? award.points : Number.NaN)));
  const isPlain =
    ratios.length + discretions.length === 0 && (!otherwise || (otherwise !== 'loss' && isZero(otherwise)));
  if (achieved.length === 0 || !isApart || !isPlain || !total.eq(leaf.points)) return undefined;
  const worded = achieved.map(({ condition, award }) =>
    partOf(award, { kind: 'all-or-nothing', condition: readCondition(condition) }),
  );
  const measured = ranged.map(({ name, range, award }) => {
    const met: Tier = { range, award: { kind: 'full' } };
    const unmet = gapsOf([met]).map((gap): Tier => ({ range: gap, award: { kind: 'points', points: '0' } }));
    return partOf(award, {
      kind: 'tiers',
      measure: define({ name }, leaf.definitions),
      tiers: [met, ...unmet],
    });
  });
  return { kind: 'sum', parts: [...worded, ...measured] };
}

const partOf = (award: Award, rule: Rule): Part => ({
  name: '',
  size: { kind: 'points', points: award.kind === 'points' ? award.points : '0' },
  rule,
});

/** Full marks for words, less for ranges: steps of one scale, of which the best that holds counts. */
export function composeSteps(
  whole: WordedAward,
  ranged: readonly RangedAward[],
  { worded, ratios, discretions, otherwise }: SortedLeaf,
): Rule | NotUnderstood {
  const isLess = ranged.every(({ award }) => award.kind === 'points' || award.kind === 'share');
  const zeros = worded.filter(({ award }) => isZero(award));
  if (!isLess || ratios.length + discretions.length > 0 || otherwise === 'loss')
    return notUnderstood(whole.condition);
  const rest: Award = otherwise ?? { kind: 'points', points: '0' };
  const steps = [
    whole,
    ...ranged.map(({ name, range, award }) => ({ condition: printRange({ name, range }), award })),
    ...zeros,
  ];
  return {
    kind: 'grades',
    grades: [
      ...steps.map(({ condition, award }) => ({
        condition: { kind: 'words', words: bareCondition(condition) } as const,
        award,
      })),
      { condition: { kind: 'words', words: '其他' }, award: rest },
    ],
  };
}

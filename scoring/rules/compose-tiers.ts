import { Decimal } from 'decimal.js';
import type { Award, Bound, Measure, Part, Range, Rule, Tier } from './ast.ts';
import { bareCondition } from './conditions.ts';
import { define, gated, isGeneral, isZero, type RangedAward, ratioAward, type SortedLeaf } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { magnitude } from './quantity.ts';

/** Awards by range of a measure, in printed order; what no clause names falls to 否则 or to the proportional clause. */
export function composeTiers(sorted: SortedLeaf): Rule | NotUnderstood {
  const { ranged, worded, ratios, otherwise, discretions, leaf } = sorted;
  const vetoes = worded.filter(({ award }) => isZero(award));
  const achieved = worded.filter(({ award }) => !isZero(award));
  if (otherwise === 'loss' || achieved.some(({ award }) => award.kind !== 'full') || achieved.length > 1) {
    return notUnderstood([...achieved.map(({ condition }) => condition), '否则'].join('；'));
  }
  const groups = byMeasure(ranged, leaf.definitions);
  if (groups.length > 1) {
    return ratios.length + discretions.length + achieved.length > 0 || otherwise
      ? notUnderstood(groups.map(([measure]) => measure.name).join('、'))
      : composeGroups(groups, sorted);
  }
  const [group] = groups;
  if (!group) return notUnderstood('');
  const [named, awards] = group;
  const measure =
    named.name === '' ? (ratios.find((ratio) => ratio.measure.name !== '')?.measure ?? named) : named;
  const rest = restAward(sorted);
  if (achieved.length > 0) return notUnderstood(achieved.map(({ condition }) => condition).join('；'));
  const stated = withoutDoubleBound(awards.map(({ range, award }) => ({ range, award })));
  const tiers = rest ? [...stated, ...gapsOf(stated).map((range) => ({ range, award: rest }))] : stated;
  const rule: Rule = { kind: 'tiers', measure: define(measure, leaf.definitions), tiers };
  const held = gated(
    rule,
    vetoes.map(({ condition }) => condition),
  );
  return discretions.reduce<Rule>(
    (inner, piece) => ({
      kind: 'with-discretion',
      condition: { kind: 'words', words: bareCondition(piece.condition) },
      rule: inner,
    }),
    held,
  );
}

/** The lowest tier (60%以下) leaves its bound to a tier that names it too (60%-100%). */
function withoutDoubleBound(tiers: readonly Tier[]): readonly Tier[] {
  return tiers.map((tier) => {
    const { low, high } = tier.range;
    const isShared =
      !low &&
      high?.included &&
      tiers.some(({ range }) => range.low?.included && magnitude(range.low.at).eq(magnitude(high.at)));
    return isShared && high ? { ...tier, range: { high: { ...high, included: false } } } : tier;
  });
}

/** An introduction (按完成率计分，并设置及格门槛) is no clause of its own where a tier is proportional already. */
function restAward({ ranged, ratios, otherwise }: SortedLeaf): Award | undefined {
  if (otherwise && otherwise !== 'loss') return otherwise;
  const isIntroduced = ranged.some(
    ({ award }) => award.kind === 'proportional' || award.kind === 'in-proportion',
  );
  const [ratio] = ratios;
  return ratio && !isIntroduced ? ratioAward(ratio) : undefined;
}

type Group = readonly [Measure, readonly RangedAward[]];

/** General names (比率, 完成率, none) join the one named measure. */
function byMeasure(ranged: readonly RangedAward[], definitions: readonly Measure[]): readonly Group[] {
  const names = [...new Set(ranged.map(({ name }) => name))];
  const specific = names.filter((name) => !isGeneral(name));
  const distinct = specific.filter(
    (name) => !specific.some((other) => other !== name && other.length > name.length && other.includes(name)),
  );
  if (distinct.length <= 1) {
    const name = distinct[0] ?? names.find((each) => each !== '') ?? '';
    return [[define({ name }, definitions), ranged]];
  }
  if (names.length !== specific.length)
    return [
      [{ name: distinct.join('、') }, []],
      [{ name: '' }, []],
    ];
  return distinct.map((name) => [
    define({ name }, definitions),
    ranged.filter((each) => each.name === name || (each.name !== '' && name.includes(each.name))),
  ]);
}

/** Several measures, each with its own tiers: their greatest awards must add up to the points. */
function composeGroups(groups: readonly Group[], { leaf, worded }: SortedLeaf): Rule | NotUnderstood {
  const sizes = groups.map(([, awards]) =>
    awards.every(({ award }) => award.kind === 'points')
      ? Decimal.max(0, ...awards.map(({ award }) => (award.kind === 'points' ? award.points : 0)))
      : undefined,
  );
  const total = Decimal.sum(0, ...sizes.map((size) => size ?? Number.NaN));
  if (!total.eq(leaf.points)) return notUnderstood(groups.map(([measure]) => measure.name).join('、'));
  const parts = groups.map(([measure, awards], index): Part => {
    const points = (sizes[index] ?? new Decimal(0)).toFixed();
    const tiers = awards.map(
      ({ range, award }): Tier => ({
        range,
        award: award.kind === 'points' && award.points === points ? { kind: 'full' } : award,
      }),
    );
    return { name: '', size: { kind: 'points', points }, rule: { kind: 'tiers', measure, tiers } };
  });
  return gated(
    { kind: 'sum', parts },
    worded.map(({ condition }) => condition),
  );
}

/** The parts of the number line that no tier covers. */
export function gapsOf(tiers: readonly Tier[]): readonly Range[] {
  const sorted = tiers.map(({ range }) => range).toSorted((a, b) => lowOf(a).comparedTo(lowOf(b)));
  const gaps: Range[] = [];
  let reached: Bound | 'start' | 'end' = 'start';
  for (const { low, high } of sorted) {
    if (reached === 'end') break;
    const gap: Range = {
      ...(reached === 'start' ? {} : { low: flip(reached) }),
      ...(low ? { high: flip(low) } : {}),
    };
    if (low && isOpen(gap)) gaps.push(gap);
    if (!high) reached = 'end';
    else if (reached === 'start' || magnitude(high.at).gte(magnitude(reached.at))) reached = high;
  }
  if (reached !== 'end') gaps.push(reached === 'start' ? {} : { low: flip(reached) });
  return gaps;
}

const flip = (bound: Bound): Bound => ({ at: bound.at, included: !bound.included });

const lowOf = ({ low }: Range): Decimal => (low ? magnitude(low.at) : new Decimal(Number.NEGATIVE_INFINITY));

function isOpen({ low, high }: Range): boolean {
  if (!low || !high) return true;
  const order = magnitude(low.at).comparedTo(magnitude(high.at));
  return order < 0 || (order === 0 && low.included && high.included);
}

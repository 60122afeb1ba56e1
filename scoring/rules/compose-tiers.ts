import { Decimal } from 'decimal.js';
import type { Award, Measure, Part, Rule, Tier } from './ast.ts';
import { composeMixed, composeSteps } from './compose-mixed.ts';
import { bareCondition } from './conditions.ts';
import { define, gated, isGeneral, isZero, type RangedAward, ratioAward, type SortedLeaf } from './leaf.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { asMeant, gapsOf } from './tier-ranges.ts';

/** Awards by range of a measure, in printed order; what no clause names falls to 否则 or to the proportional clause. */
export function composeTiers(sorted: SortedLeaf): Rule | NotUnderstood {
  const { ranged, worded, ratios, otherwise, discretions, leaf } = sorted;
  const vetoes = worded.filter(({ award }) => isZero(award));
  const achieved = worded.filter(({ award }) => !isZero(award));
  const mixed = composeMixed(sorted, achieved);
  if (mixed) return mixed;
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
    named.name === ''
      ? (ratios.find((ratio) => ratio.measure.name !== '')?.measure ?? headedBy(leaf, named))
      : named;
  // A formula of its own for what no tier names is not the tiers' measure (否则，得分=达标率×3×0.8).
  const foreign = ratios.find(
    ({ measure: { name, definition } }) =>
      name === '' && definition?.kind === 'binary' && definition.operator === '×',
  );
  if (foreign) return notUnderstood(foreign.condition);
  const rest = restAward(sorted);
  const [whole] = achieved;
  if (whole) return composeSteps(whole, awards, sorted);
  const stated = asMeant(awards.map(({ range, award }) => ({ range, award })));
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

/** An introduction (按完成率计分，并设置及格门槛) is no clause of its own where a tier is proportional already. */
function restAward({ ranged, ratios, otherwise }: SortedLeaf): Award | undefined {
  if (otherwise && otherwise !== 'loss') return otherwise;
  const isIntroduced = ranged.some(
    ({ award }) => award.kind === 'proportional' || award.kind === 'in-proportion',
  );
  const [ratio] = ratios;
  return ratio && !isIntroduced ? ratioAward(ratio) : undefined;
}

/** `服务对象满意度：90%以上得10分；…`: the heading names what the ranges are of. */
function headedBy({ prose }: SortedLeaf['leaf'], unnamed: Measure): Measure {
  const heading = prose.at(-1) ?? '';
  return prose.length === 1 && /^\p{Script=Han}{1,16}(?:率|度|比例|比重|占比)$/u.test(heading)
    ? { name: heading }
    : unnamed;
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

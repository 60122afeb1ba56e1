import { Decimal } from 'decimal.js';
import type { Deduction, Rule } from './ast.ts';
import { bareCondition, isOtherwise, readCondition } from './conditions.ts';
import { define, isZero, type RangedAward, type SortedLeaf } from './leaf.ts';
import { type ReadLoss, readLoss, withThreshold } from './losses.ts';
import { foldLimit } from './lost-from.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { printRange } from './range.ts';

/** Full points less what is taken off for occurrences, for units of a measure or for conditions. */
export function composeDeduction(sorted: SortedLeaf): Rule | NotUnderstood {
  const { ranged, worded, losses, otherwise, leaf } = sorted;
  const refused = refusal(sorted);
  if (refused) return refused;
  if (otherwise === 'loss') return composeElseLoss(sorted);
  const partial = leaf.pieces
    .map(({ meaning }) => meaning)
    .find((meaning) => meaning.kind === 'partial')?.partial;
  const read = losses.map(({ condition, meaning }) =>
    meaning.kind === 'loss' ? readLoss(perWords(condition, meaning.per), meaning.loss, partial) : undefined,
  );
  const unread = losses.find((_, index) => read[index] === undefined);
  if (unread) return notUnderstood(`${unread.condition}（扣分条件）`);
  const understood = read.filter((loss) => loss !== undefined);
  const steps = understood.filter(({ deduction }) => isStep(deduction));
  if (steps.length > 1) return notUnderstood(losses.map(({ condition }) => condition).join('；'));
  const scaled = composeByScale(understood);
  if (scaled && ranged.length === 0 && worded.length <= 1) return scaled;
  const full = ranged.find(({ award }) => award.kind === 'full');
  if (understood.some(({ deduction }) => deviatesFromSpan(deduction, full)))
    return notUnderstood(losses.map(({ condition }) => condition).join('；'));
  const deductions: readonly Deduction[] = [
    ...understood.map((loss) => complete(loss, sorted, full)),
    ...ranged
      .filter(({ award }) => isZero(award))
      .map(
        ({ name, range }): Deduction => ({
          kind: 'zero-range',
          measure: define({ name: full?.name.endsWith(name) ? full.name : name }, leaf.definitions),
          range,
        }),
      ),
    ...worded
      .filter(({ award }) => isZero(award))
      .map(({ condition }): Deduction => ({ kind: 'zero', condition: readCondition(condition) })),
    ...(otherwise && otherwise.kind !== 'full'
      ? [{ kind: 'zero', condition: { kind: 'words', words: '否则' } } as const]
      : []),
    ...sorted.discretions.map(
      (piece): Deduction => ({
        kind: 'discretion',
        condition: { kind: 'words', words: bareCondition(piece.condition) },
      }),
    ),
  ];
  const most = leaf.pieces
    .map(({ meaning }) => meaning)
    .find((meaning) => meaning.kind === 'cap' && meaning.of === 'loss');
  const capped =
    most?.kind === 'cap' && !new Decimal(most.points).eq(leaf.points) ? { most: most.points } : {};
  return { kind: 'deduction', deductions: foldLimit(deductions), ...capped };
}

/** 在90%-110%之间得满分，每偏离1个百分点扣0.1分: from which end the deviation counts is not said. */
const deviatesFromSpan = (deduction: Deduction, full: RangedAward | undefined): boolean =>
  deduction.kind === 'per-unit' &&
  deduction.side === 'either' &&
  deduction.threshold === undefined &&
  full?.range.low !== undefined &&
  full.range.high !== undefined &&
  full.range.low.at.value !== full.range.high.at.value;

/** 超预算10%以内扣1分, 10%以上扣2分: steps of which only one holds, not losses that add up. */
const isStep = (deduction: Deduction): boolean =>
  deduction.kind === 'flat' &&
  deduction.condition.kind === 'words' &&
  /\d.{0,8}(?:以上|以下|以内|之内|以外)|(?:超过|低于|不足|达到|高于|≥|≤|>|<).{0,2}\d/.test(
    deduction.condition.words,
  );

/** Full marks may be named once, in any words; partial marks beside deductions make no rule that we know. */
function refusal({ ranged, worded, ratios, otherwise }: SortedLeaf): NotUnderstood | undefined {
  const awards = [...ranged.map(({ name, award }) => ({ condition: name, award })), ...worded];
  const partial = awards.filter(({ award }) => award.kind !== 'full' && !isZero(award));
  if (partial.length > 0 || ratios.length > 0) {
    return notUnderstood([...partial, ...ratios].map(({ condition }) => condition).join('；'));
  }
  if (ranged.filter(({ award }) => award.kind === 'full').length > 1) return notUnderstood('得满分（两处）');
  return otherwise !== undefined && otherwise !== 'loss' && otherwise.kind !== 'full' && !isZero(otherwise)
    ? notUnderstood('否则')
    : undefined;
}

/** 符合的得满分，否则扣1分. */
function composeElseLoss({ worded, losses, leaf, discretions }: SortedLeaf): Rule | NotUnderstood {
  const [only] = worded;
  const loss = losses[0]?.meaning;
  if (
    worded.length !== 1 ||
    losses.length !== 1 ||
    !only ||
    loss?.kind !== 'loss' ||
    discretions.length > 0
  ) {
    return notUnderstood('否则扣分');
  }
  const left = loss.loss.kind === 'points' ? new Decimal(leaf.points).minus(loss.loss.points) : undefined;
  if (!left || left.lt(0)) return notUnderstood('否则扣分');
  const condition = readCondition(only.condition);
  return left.eq(0)
    ? { kind: 'all-or-nothing', condition }
    : { kind: 'check', condition, met: { kind: 'full' }, unmet: { kind: 'points', points: left.toFixed() } };
}

/** `扣0.5分/次` counts like 每1次. */
function perWords(condition: string, per: string | undefined): string {
  return per === undefined || isOtherwise(condition) ? condition : `${condition},每1${per}`;
}

function complete(
  { deduction, scale }: ReadLoss,
  { leaf }: SortedLeaf,
  full: Parameters<typeof withThreshold>[1],
): Deduction {
  const held = withThreshold(deduction, full);
  if (held.kind === 'per-unit') return { ...held, measure: define(held.measure, leaf.definitions) };
  if (!scale || held.kind !== 'occurrence') return held;
  const words = printRange(scale);
  return { ...held, event: held.event === '' ? words : `${words},${held.event}` };
}

/** `超过3个的，有1项…扣0.5分；3个以内的，有1项…扣1分`: one step or the other, by the number there is. */
function composeByScale(losses: readonly ReadLoss[]): Rule | undefined {
  const [first] = losses;
  if (losses.length < 2 || !first?.scale) return undefined;
  const fits = losses.every(
    ({ deduction, scale }) =>
      deduction.kind === 'occurrence' && scale !== undefined && scale.name === first.scale?.name,
  );
  if (!fits) return undefined;
  return {
    kind: 'by-scale',
    measure: { name: first.scale.name },
    cases: losses.flatMap(({ deduction, scale }) =>
      scale ? [{ range: scale.range, rule: { kind: 'deduction', deductions: [deduction] } as const }] : [],
    ),
  };
}

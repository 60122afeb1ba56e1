import { Decimal } from 'decimal.js';
import type { Bound, Range, Tier } from './ast.ts';
import { magnitude } from './quantity.ts';

/** Tiers as they are meant: no value in two of them where the wording tells which one it belongs to. */
export const asMeant = (tiers: readonly Tier[]): readonly Tier[] => asStaircase(withoutDoubleBound(tiers));

/** A lowest tier that gives nothing (60%以下) leaves its bound to a tier that names it too (60%-100%). */
function withoutDoubleBound(tiers: readonly Tier[]): readonly Tier[] {
  return tiers.map((tier) => {
    const { low, high } = tier.range;
    const isShared =
      !low &&
      high?.included &&
      tier.award.kind !== 'full' &&
      tiers.some(({ range }) => range.low?.included && magnitude(range.low.at).eq(magnitude(high.at)));
    return isShared && high ? { ...tier, range: { high: { ...high, included: false } } } : tier;
  });
}

/** `达到100%得2分，达到90%得1分`: a step ends where the next one begins. */
function asStaircase(tiers: readonly Tier[]): readonly Tier[] {
  return tiers.map((tier) => {
    const { low, high } = tier.range;
    if (low && !high) {
      const above = tiers.flatMap(({ range }) =>
        range.low && !range.high && magnitude(range.low.at).gt(magnitude(low.at)) ? [range.low] : [],
      );
      const [next] = above.toSorted((one, other) => magnitude(one.at).comparedTo(magnitude(other.at)));
      return next ? { ...tier, range: { low, high: flip(next) } } : tier;
    }
    if (high && !low) {
      const below = tiers.flatMap(({ range }) =>
        range.high && !range.low && magnitude(range.high.at).lt(magnitude(high.at)) ? [range.high] : [],
      );
      const [next] = below.toSorted((one, other) => magnitude(other.at).comparedTo(magnitude(one.at)));
      return next ? { ...tier, range: { low: flip(next), high } } : tier;
    }
    return tier;
  });
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

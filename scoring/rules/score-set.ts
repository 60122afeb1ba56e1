import { Decimal } from 'decimal.js';
import type { AdmissibleSet } from '../../model/outcome.ts';

/** All values between `low` and `high`; a single value has both ends equal and included. */
export type Span = {
  readonly low: Decimal;
  readonly lowIncluded: boolean;
  readonly high: Decimal;
  readonly highIncluded: boolean;
};

/** A set of scores: spans in ascending order that neither touch nor overlap. */
export type ScoreSet = readonly Span[];

/** Above this number of spans a set is replaced by its hull: more is no help to anybody. */
const mostSpans = 1200;

/** Pairs that a sum of two sets may form before it falls back to the hull. */
const mostPairs = 40_000;

export function single(value: Decimal.Value): ScoreSet {
  const at = new Decimal(value);
  return [{ low: at, lowIncluded: true, high: at, highIncluded: true }];
}

export function between(low: Decimal.Value, high: Decimal.Value): ScoreSet {
  return [{ low: new Decimal(low), lowIncluded: true, high: new Decimal(high), highIncluded: true }];
}

export function union(...sets: readonly ScoreSet[]): ScoreSet {
  return normalize(sets.flat());
}

/** All sums of a value of `left` and a value of `right`. */
export function plus(left: ScoreSet, right: ScoreSet): ScoreSet {
  if (left.length * right.length > mostPairs) return plus(hull(left), hull(right));
  return normalize(
    left.flatMap((a) =>
      right.map((b) => ({
        low: a.low.plus(b.low),
        lowIncluded: a.lowIncluded && b.lowIncluded,
        high: a.high.plus(b.high),
        highIncluded: a.highIncluded && b.highIncluded,
      })),
    ),
  );
}

/** Every value multiplied by a factor that is not negative. */
export function times(set: ScoreSet, factor: Decimal): ScoreSet {
  return normalize(
    set.map((span) => ({
      ...span,
      low: exact(span.low.times(factor)),
      high: exact(span.high.times(factor)),
    })),
  );
}

/** A third of three is one: what is lost beyond the twelfth decimal was never printed. */
const exact = (value: Decimal): Decimal => value.toDecimalPlaces(12);

/** `from` minus every value. */
export function minusFrom(from: Decimal, set: ScoreSet): ScoreSet {
  return normalize(
    set.map((span) => ({
      low: from.minus(span.high),
      lowIncluded: span.highIncluded,
      high: from.minus(span.low),
      highIncluded: span.lowIncluded,
    })),
  );
}

/** Values outside `low` … `high` are moved to the nearer end. */
export function clamp(set: ScoreSet, low: Decimal, high: Decimal): ScoreSet {
  return normalize(
    set.map((span) => ({
      low: Decimal.min(high, Decimal.max(low, span.low)),
      lowIncluded: span.lowIncluded || span.low.lt(low) || span.low.gte(high),
      high: Decimal.min(high, Decimal.max(low, span.high)),
      highIncluded: span.highIncluded || span.high.gt(high) || span.high.lte(low),
    })),
  );
}

export function hull(set: ScoreSet): ScoreSet {
  const first = set[0];
  const last = set.at(-1);
  if (!first || !last) return [];
  return [
    { low: first.low, lowIncluded: first.lowIncluded, high: last.high, highIncluded: last.highIncluded },
  ];
}

export function contains(set: ScoreSet, value: Decimal): boolean {
  return set.some((span) => above(span, value) && below(span, value));
}

/** Is any value of the set in `low` … `high` (both included)? */
export function meets(set: ScoreSet, low: Decimal, high: Decimal): boolean {
  return set.some(
    (span) =>
      (span.low.lt(high) || (span.low.eq(high) && span.lowIncluded)) &&
      (span.high.gt(low) || (span.high.eq(low) && span.highIncluded)),
  );
}

/** The set's only value, if it has just one. */
export function onlyValue(set: ScoreSet): Decimal | undefined {
  const [first, ...rest] = set;
  return first && rest.length === 0 && first.low.eq(first.high) ? first.low : undefined;
}

export function isListed(set: ScoreSet): boolean {
  return set.every((span) => span.low.eq(span.high));
}

/** As the model keeps it. */
export function toAdmissible(set: ScoreSet): AdmissibleSet {
  if (isListed(set)) return { kind: 'finite', values: set.map((span) => span.low.toFixed()) };
  return {
    kind: 'intervals',
    intervals: set.map((span) => ({ ...span, low: span.low.toFixed(), high: span.high.toFixed() })),
  };
}

const above = (span: Span, value: Decimal): boolean =>
  value.gt(span.low) || (value.eq(span.low) && span.lowIncluded);

const below = (span: Span, value: Decimal): boolean =>
  value.lt(span.high) || (value.eq(span.high) && span.highIncluded);

function normalize(spans: readonly Span[]): ScoreSet {
  const sorted = spans
    .filter(
      (span) => span.low.lt(span.high) || (span.low.eq(span.high) && (span.lowIncluded || span.highIncluded)),
    )
    .toSorted((a, b) => a.low.comparedTo(b.low) || Number(b.lowIncluded) - Number(a.lowIncluded));
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    const joined = last && join(last, span);
    if (joined) merged[merged.length - 1] = joined;
    else merged.push(span);
  }
  return merged.length > mostSpans ? hull(merged) : merged;
}

/** One span for two that touch or overlap, `left` starting first. */
function join(left: Span, right: Span): Span | undefined {
  const order = right.low.comparedTo(left.high);
  if (order > 0 || (order === 0 && !right.lowIncluded && !left.highIncluded)) return undefined;
  const further = right.high.comparedTo(left.high);
  const highIncluded =
    further > 0
      ? right.highIncluded
      : further < 0
        ? left.highIncluded
        : left.highIncluded || right.highIncluded;
  return {
    low: left.low,
    lowIncluded: left.lowIncluded,
    high: further > 0 ? right.high : left.high,
    highIncluded,
  };
}

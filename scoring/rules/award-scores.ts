import { Decimal } from 'decimal.js';
import type { Award, Bound, Range } from './ast.ts';
import { magnitude } from './quantity.ts';
import type { Question } from './question.ts';
import { between, clamp, type ScoreSet, single, union } from './score-set.ts';

const zero = new Decimal(0);

/** The scores of one award; `range` limits a proportional one. */
export function awardScores(award: Award, range: Range, { points, discretion }: Question): ScoreSet {
  switch (award.kind) {
    case 'full':
      return single(points);
    case 'points':
      return single(award.points);
    case 'share':
      return single(points.times(award.share));
    case 'span':
      return spanScores(award.low, award.high, points);
    case 'discretion':
      return discretion === 'open' ? between(zero, points) : [];
    case 'proportional':
      return proportionalScores(range, points);
    case 'in-proportion': {
      const scores = proportionalScores(range, points);
      return range.high && scores[0]
        ? union(scores, [{ ...scores[0], high: points, highIncluded: range.high.included }])
        : scores;
    }
  }
}

function spanScores(low: Bound, high: Bound, points: Decimal): ScoreSet {
  const at = (bound: Bound): Decimal =>
    bound.at.unit === '分' ? new Decimal(bound.at.value) : points.times(magnitude(bound.at));
  return [{ low: at(low), lowIncluded: low.included, high: at(high), highIncluded: high.included }];
}

function proportionalScores({ low, high }: Range, points: Decimal): ScoreSet {
  const from = low ? magnitude(low.at) : zero;
  const to = high ? magnitude(high.at) : Decimal.max(1, from);
  const span = [
    {
      low: from.times(points),
      lowIncluded: low?.included ?? true,
      high: to.times(points),
      highIncluded: high?.included ?? true,
    },
  ];
  return clamp(span, zero, points);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../model/assessment.ts';
import { scoredSchema } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { type ExampleRow, exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';

/** Points and scores as whole numbers of quarter points, so that the generator adds without floats. */
const quarters = (count: number): string => String(count / 4);

type Shape = {
  readonly points: readonly number[];
  readonly scores: readonly number[];
  readonly execution: boolean;
};

const shape: fc.Arbitrary<Shape> = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
    shares: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 13, maxLength: 13 }),
    execution: fc.boolean(),
  })
  .map(({ weights, shares, execution }) => {
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const points = weights.map((weight) => Math.floor((weight * 400) / whole));
    const rest = 400 - points.reduce((sum, point) => sum + point, 0);
    const filled = points
      .map((point, index) => (index === 0 ? point + rest : point))
      .filter((point) => point > 0);
    return {
      points: filled,
      scores: filled.map((point, index) => Math.floor((point * (shares[index] ?? 4)) / 4)),
      execution,
    };
  });

function consistent({ points, scores, execution }: Shape, shift = 0): Assessment {
  const rows = points.map((point, index): ExampleRow => {
    const first = execution && index === 0;
    return {
      path: first ? ['预算执行率'] : [`组${index % 3}`, `指标${index}`],
      kind: first ? 'execution' : 'indicator',
      max: quarters(point),
      score: quarters(scores[index] ?? 0),
    };
  });
  const groups = [0, 1, 2].flatMap((group) => {
    const own = points.filter((_, index) => index % 3 === group && !(execution && index === 0));
    const max = quarters(own.reduce((sum, point) => sum + point, 0));
    return own.length === 0 ? [] : [{ path: [`组${group}`] as const, max }];
  });
  const total = scores.reduce((sum, score) => sum + score, shift);
  return exampleAssessment({ rows, groups, total: quarters(total), full: '100' });
}

function placesOf(assessment: Assessment): ReadonlySet<string> {
  const places = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'place') places.add(JSON.stringify(inner));
      walk(inner);
    }
  };
  walk(assessment);
  return places;
}

const key = (place: Place): string => JSON.stringify(place);

describe('laws of scoring', () => {
  test('a consistent table gives no error', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const scored = scoreAssessment(consistent(drawn), undefined);
        expect(scored.total.verdict).toBe('agrees');
        expect(scored.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('the total agrees exactly when one way of counting gives it', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: -60, max: 60 }), (drawn, shift) => {
        const assessment = consistent(drawn, shift);
        const { total, findings } = scoreAssessment(assessment, undefined);
        const isExact =
          shift === 0 || (drawn.execution && drawn.points.length > 1 && shift === -(drawn.scores[0] ?? 0));
        const hasQuarters = drawn.scores.some((score) => score % 2 === 1);
        if (hasQuarters) return;
        expect(total.verdict).toBe(isExact ? 'agrees' : 'disagrees');
        expect(findings.some(({ code }) => code === 'total/mismatch')).toBe(!isExact);
      }),
      { numRuns: 300 },
    );
  });

  test('every finding points into its document, and the outcome fits its schema', () => {
    fc.assert(
      fc.property(
        shape,
        fc.subarray([0, 1, 2, 3, 4, 5]),
        fc.integer({ min: -40, max: 40 }),
        (drawn, lost, shift) => {
          const whole = consistent(drawn, shift);
          const assessment: Assessment = {
            ...whole,
            indicators: whole.indicators.map((row, index) => {
              if (!lost.includes(index)) return row;
              const { selfScore: _, ...unscored } = row;
              return unscored;
            }),
          };
          const scored = scoreAssessment(assessment, undefined);
          const places = placesOf(assessment);
          expect(scoredSchema.safeParse(scored).error).toBeUndefined();
          for (const finding of scored.findings) {
            expect(finding.places.length).toBeGreaterThan(0);
            expect(finding.places.map(key).filter((place) => !places.has(place))).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

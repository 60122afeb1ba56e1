import { describe, expect, test } from 'vitest';
import type { AdmissibleSet, Outcome } from '../../model/outcome.ts';
import {
  type ExampleAssessment,
  type ExampleRow,
  exampleAssessment,
} from '../../scoring/checks/example-assessment.ts';
import { countPoints } from '../../scoring/reconcile/count-points.ts';
import { reconcileTotal } from '../../scoring/reconcile/reconcile-total.ts';

const row = (
  name: string,
  max: string | undefined,
  score?: string,
  more: Partial<ExampleRow> = {},
): ExampleRow => ({
  path: ['产出', name],
  ...(max === undefined ? {} : { max }),
  ...(score === undefined ? {} : { score }),
  ...more,
});

const unknown: Outcome = { verdict: 'no-rule', because: { zh: '', en: '' } };

const admitting = (...values: readonly string[]): Outcome => admittingSet({ kind: 'finite', values });

const admittingSet = (admissible: AdmissibleSet): Outcome => ({
  verdict: 'not-scored',
  admissible,
  because: { zh: '', en: '' },
});

function total(example: ExampleAssessment, outcomes?: readonly Outcome[]) {
  const assessment = exampleAssessment(example);
  const known = outcomes ?? assessment.indicators.map(() => unknown);
  return reconcileTotal(assessment, known, countPoints(assessment)).outcome;
}

describe('ways of counting', () => {
  const execution = row('预算执行率', '10', '9.5', { path: ['预算执行率'], kind: 'execution' });

  test('prefers all rows', () => {
    const outcome = total({ rows: [execution, row('a', '90', '88')], total: '97.5' });
    expect(outcome).toMatchObject({ verdict: 'agrees', readingKey: 'all-rows', low: '97.5', high: '97.5' });
  });

  test('accepts a total without the execution row', () => {
    expect(total({ rows: [execution, row('a', '90', '88')], total: '88' }).readingKey).toBe(
      'without-execution',
    );
  });

  test('takes the score of a group whose rows have none', () => {
    const outcome = total({
      rows: [row('a', '30'), row('b', '30'), { path: ['效益', 'c'], max: '40', score: '39' }],
      groups: [{ path: ['产出'], max: '60', score: '58' }],
      total: '97',
    });
    expect(outcome).toMatchObject({ verdict: 'agrees', readingKey: 'group-scores' });
  });

  test('does not add a group score to the scores of its rows', () => {
    const outcome = total({
      rows: [row('a', '60', '59'), row('b', '40', '39')],
      groups: [{ path: ['产出'], max: '100', score: '98' }],
      total: '98',
    });
    expect(outcome.readingKey).toBe('all-rows');
  });

  test('leaves subtotal rows out', () => {
    const outcome = total({
      rows: [row('a', '60', '59'), row('b', '40', '39'), row('小计', '100', '98')],
      total: '98',
    });
    expect(outcome.readingKey).toBe('without-subtotals');
  });

  test('counts a score that spans rows once', () => {
    const outcome = total({
      rows: [row('a', '30', '58'), row('b', '30'), row('c', '40', '40')],
      total: '98',
    });
    expect(outcome.readingKey).toBe('spanning-scores');
  });

  test('counts one of two alternative rows', () => {
    const either = { standard: '与下一指标二者择其一进行考核' };
    const rows = [row('a', '80', '78'), row('b', '20', '18', either), row('c', '20', '16', either)];
    expect(total({ rows, total: '94' }).readingKey).toBe('one-alternative');
    expect(total({ rows, total: '95' }).verdict).toBe('disagrees');
  });

  test('takes the execution score from the funds block where no row carries it', () => {
    const funds = [{ name: '年度资金总额', isTotal: true, points: '10', score: '9' }] as const;
    expect(total({ rows: [row('a', '90', '88')], funds, total: '97' }).readingKey).toBe('funds-rows');
  });

  test('weighs goals by their percentages', () => {
    const outcome = total({
      rows: [
        { path: ['目标1', 'a'], max: '100', score: '90' },
        { path: ['目标2', 'b'], max: '100', score: '80' },
      ],
      groups: [
        { path: ['目标1'], max: '60%' },
        { path: ['目标2'], max: '40%' },
      ],
      total: '86',
    });
    expect(outcome.readingKey).toBe('goal-weights');
  });

  test('rescales applicable rows only where the document says so', () => {
    const rows = [row('a', '80', '72'), row('b', '20', undefined, { actual: '不适用' })];
    expect(total({ rows, total: '90', remarks: ['不适用的指标剔除后按百分制折算'] }).readingKey).toBe(
      'rescaled',
    );
    expect(total({ rows, total: '90' })).toMatchObject({ verdict: 'undetermined' });
  });
});

describe('rounding', () => {
  test('explains a total with fewer decimals than its scores', () => {
    const outcome = total({ rows: [row('a', '60', '55.62'), row('b', '40', '39')], total: '94.6' });
    expect(outcome).toMatchObject({ verdict: 'agrees', readingKey: 'all-rows/rounded', low: '94.62' });
  });

  test('does not hide a gap larger than the last printed place', () => {
    expect(total({ rows: [row('a', '60', '55.62'), row('b', '40', '39')], total: '94.7' }).verdict).toBe(
      'disagrees',
    );
    expect(total({ rows: [row('a', '60', '55.5'), row('b', '40', '39')], total: '94' }).verdict).toBe(
      'disagrees',
    );
  });

  test('needs two computed scores to explain the last place of a total with as many decimals', () => {
    const one = [row('a', '60', '55.62'), row('b', '40', '39')];
    const two = [row('a', '60', '55.62'), row('b', '40', '39.13')];
    expect(total({ rows: one, total: '94.63' }).verdict).toBe('disagrees');
    expect(total({ rows: two, total: '94.76' }).verdict).toBe('agrees');
    expect(total({ rows: two, total: '94.77' }).verdict).toBe('disagrees');
  });
});

describe('missing scores', () => {
  const read = row('a', '97', '95');

  test('one missing score is implied, and its rule says whether it is admissible', () => {
    const rows = [read, row('b', '3')];
    const thirds = admitting('0', '0.9', '1.8', '3');
    expect(total({ rows, total: '96.8' }, [unknown, thirds])).toEqual({
      verdict: 'undetermined',
      low: '95',
      high: '98',
      implied: [{ indicator: 'r2', score: '1.8', admissible: true }],
      impliedUnique: true,
    });
    expect(total({ rows, total: '96.7' }, [unknown, thirds]).implied[0]?.admissible).toBe(false);
    expect(total({ rows, total: '96.7' }).implied).toEqual([{ indicator: 'r2', score: '1.7' }]);
  });

  test('a total outside the range disagrees', () => {
    expect(total({ rows: [read, row('b', '3')], total: '98.5' }).verdict).toBe('disagrees');
    expect(total({ rows: [read, row('b', '3')], total: '94.9' }).verdict).toBe('disagrees');
  });

  test('two missing scores are solved within finite sets, and the answer says whether it is unique', () => {
    const rows = [row('a', '90', '88'), row('b', '5'), row('c', '5')];
    const halves = admitting('0', '2.5', '5');
    const whole = admitting('0', '5');
    expect(total({ rows, total: '95.5' }, [unknown, halves, whole])).toMatchObject({
      implied: [
        { indicator: 'r2', score: '2.5' },
        { indicator: 'r3', score: '5' },
      ],
      impliedUnique: true,
    });
    expect(total({ rows, total: '93' }, [unknown, halves, whole]).impliedUnique).toBe(false);
    expect(total({ rows, total: '95.5' })).toMatchObject({ implied: [], impliedUnique: false });
  });

  test('an exhausting search ends at its bound', () => {
    const many = Array.from({ length: 60 }, (_, index) => `${index}.5`);
    const rows = Array.from({ length: 12 }, (_, index) => row(`x${index}`, '60'));
    const outcome = total(
      { rows, total: '300' },
      rows.map(() => admitting(...many)),
    );
    expect(outcome).toMatchObject({ verdict: 'undetermined', impliedUnique: false });
  });

  test('an interval bounds the range by its ends', () => {
    const interval = admittingSet({
      kind: 'intervals',
      intervals: [{ low: '1', lowIncluded: true, high: '2', highIncluded: true }],
    });
    expect(total({ rows: [read, row('b', '3')], total: '96' }, [unknown, interval])).toMatchObject({
      low: '96',
      high: '97',
    });
  });

  test('rows that could not be read leave the total open instead of accusing it', () => {
    const rows = [row('a', '60', '58')];
    expect(total({ rows, total: '96', full: '100', unreadRows: 1 })).toMatchObject({
      verdict: 'undetermined',
      implied: [],
      impliedUnique: false,
    });
    expect(total({ rows, total: '96', full: '100' }).verdict).toBe('disagrees');
  });

  test('a row whose points were not read can account for them', () => {
    const rows = [row('a', '60', '58'), row('b', undefined)];
    expect(total({ rows, total: '96', full: '100' })).toMatchObject({ verdict: 'undetermined', high: '98' });
  });

  test('a row without points of its own can score what its group leaves', () => {
    const example = {
      rows: [
        row('a', undefined, '20'),
        row('b', undefined),
        { path: ['效益', 'c'], max: '60', score: '60' },
      ] as const,
      groups: [{ path: ['产出'], max: '40' }] as const,
      full: '100',
    };
    expect(total({ ...example, total: '95' })).toMatchObject({
      verdict: 'undetermined',
      low: '80',
      high: '100',
      implied: [{ indicator: 'r2', score: '15' }],
    });
    expect(total({ ...example, total: '79' }).verdict).toBe('disagrees');
  });

  test('a row without points and score is ignored where the others carry all points', () => {
    const rows = [row('a', '100', '98'), row('b', undefined)];
    expect(total({ rows, total: '98', full: '100' }).verdict).toBe('agrees');
  });
});

test('a form without a total has none to reconcile', () => {
  expect(total({ rows: [row('a', '60', '58')] })).toMatchObject({
    verdict: 'not-printed',
    low: '58',
    high: '58',
  });
  expect(total({ rows: [], columns: [] })).toMatchObject({ verdict: 'not-printed', low: '0', high: '0' });
});

test('scores beyond their points and below zero count as printed', () => {
  expect(total({ rows: [row('a', '60', '61'), row('b', '40', '-1')], total: '60' }).verdict).toBe('agrees');
});

import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../model/assessment.ts';
import type { Recognition } from '../../model/recognition.ts';
import { exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';

const agreed: Recognition = {
  state: 'agreed',
  engines: ['first', 'second'],
  confidence: 0.99,
  readings: ['?'],
};

const read = (recognition: Partial<Recognition>): Recognition => ({ ...agreed, ...recognition });

/** Points add up to 100, the scores to 93: the printed total disagrees. */
const printed = exampleAssessment({
  rows: [
    { path: ['产出', '数量', '完成户数'], max: '60', score: '58' },
    { path: ['效益', '社会', '受益人数'], max: '40', score: '35' },
  ],
  total: '95',
  full: '100',
});

/** The same with every figure recognised, the scores of one row as given. */
function recognised(assessment: Assessment, odd: Partial<Recognition> = {}, oddRow = 'r2'): Assessment {
  return {
    ...assessment,
    indicators: assessment.indicators.map((row) => ({
      ...row,
      ...(row.maxScore && { maxScore: { ...row.maxScore, recognition: agreed } }),
      ...(row.selfScore && {
        selfScore: { ...row.selfScore, recognition: row.id === oddRow ? read(odd) : agreed },
      }),
    })),
    ...(assessment.total && {
      total: {
        ...assessment.total,
        ...(assessment.total.printed && {
          printed: { ...assessment.total.printed, recognition: read({ readings: ['95'] }) },
        }),
      },
    }),
  };
}

const mismatchIn = (assessment: Assessment) =>
  scoreAssessment(assessment, undefined).findings.find(({ code }) => code === 'total/mismatch');

describe('a finding on a table without lines', () => {
  const severityIn = (example: Parameters<typeof exampleAssessment>[0], wanted: string) =>
    scoreAssessment(
      { ...exampleAssessment(example), columnsFrom: 'positions' as const },
      undefined,
    ).findings.find(({ code }) => code === wanted);

  const rows = [
    { path: ['产出', '数量', '完成户数'], max: '60', score: '58' },
    { path: ['效益', '社会', '受益人数'], max: '40', score: '35' },
  ] as const;

  test('stays an error where the points add up, which rows put together wrongly would not', () => {
    expect(severityIn({ rows, total: '95', full: '100' }, 'total/mismatch')?.severity).toBe('error');
  });

  test('is a warning that says why where the points do not add up either', () => {
    const [first] = rows;
    const odd = [first, { ...rows[1], max: '30' }];
    const finding = severityIn({ rows: odd, total: '95', full: '100' }, 'total/mismatch');
    expect(finding?.severity).toBe('warning');
    expect(finding?.message.zh).toContain('表格没有框线');
  });

  test('is a warning where a score seems to be absent', () => {
    const [first] = rows;
    const { score: _, ...blank } = rows[1];
    const finding = severityIn({ rows: [first, blank], total: '93', full: '100' }, 'score/missing');
    expect(finding?.severity).toBe('warning');
  });

  test('of a score that stands against its own row is an error where both sums agree', () => {
    const above = [
      { ...rows[0], max: '50' },
      { ...rows[1], max: '50' },
    ];
    const sums = severityIn({ rows: above, total: '93', full: '100' }, 'score/above-max');
    expect(sums?.severity).toBe('error');
    const broken = severityIn({ rows: above, total: '90', full: '100' }, 'score/above-max');
    expect(broken?.severity).toBe('warning');
  });
});

describe('a finding', () => {
  test('on text stays as it is', () => {
    expect(mismatchIn(printed)).toMatchObject({ severity: 'error' });
    expect(mismatchIn(printed)?.recognised).toBeUndefined();
  });

  test('on figures that two engines read alike stays an error and says how they were read', () => {
    const finding = mismatchIn(recognised(printed));
    expect(finding?.severity).toBe('error');
    expect(finding?.recognised).toMatchObject([{ text: '95', recognition: { state: 'agreed' } }]);
  });

  test('on a doubtful digit is a warning that names both readings', () => {
    const finding = mismatchIn(recognised(printed, { state: 'doubtful', readings: ['35', '37'] }));
    expect(finding?.severity).toBe('warning');
    expect(finding?.message.zh).toContain('“35”或“37”');
    expect(finding?.recognised?.[0]).toMatchObject({ text: '35', recognition: { readings: ['35', '37'] } });
  });

  test('on a figure of which the only engine was not sure is a warning', () => {
    const single = { state: 'single', readings: ['35'] } as const;
    expect(mismatchIn(recognised(printed, { ...single, confidence: 0.8 }))?.severity).toBe('warning');
    expect(mismatchIn(recognised(printed, { ...single, confidence: 0.95 }))?.severity).toBe('error');
  });

  test('on a row does not rest on the doubtful figure of another', () => {
    const above = exampleAssessment({
      rows: [
        { path: ['产出', '数量', '完成户数'], max: '60', score: '61' },
        { path: ['效益', '社会', '受益人数'], max: '40', score: '35' },
      ],
      total: '96',
      full: '100',
    });
    const severityWhereDoubtful = (row: string) =>
      scoreAssessment(
        recognised(above, { state: 'doubtful', readings: ['35', '36'] }, row),
        undefined,
      ).findings.find(({ code }) => code === 'score/above-max')?.severity;
    expect(severityWhereDoubtful('r2')).toBe('error');
    expect(severityWhereDoubtful('r1')).toBe('warning');
  });

  test('on a row of which a doubtful cell gave nothing is a warning', () => {
    const whole = recognised(printed);
    const [row] = whole.indicators;
    const place = { ...row?.place, table: 0, row: 40, column: 9 };
    const unread = { text: '5.70-', place, recognition: read({ state: 'doubtful', readings: ['5.70-'] }) };
    expect(mismatchIn({ ...whole, doubtfulCells: [unread] })).toMatchObject({ severity: 'warning' });
  });

  test('on a score that was taken from another cell of a scan is a warning', () => {
    const whole = recognised(printed);
    const moved = whole.indicators.map((row, index) =>
      index === 0 && row.selfScore
        ? { ...row, selfScore: { ...row.selfScore, origin: 'moved' as const } }
        : row,
    );
    expect(mismatchIn({ ...whole, indicators: moved })?.severity ?? 'warning').toBe('warning');
  });

  test('on a sum that a lost row would break as well is a warning', () => {
    const [first] = printed.indicators;
    const short = recognised({ ...printed, indicators: first ? [first] : [] });
    const sums = scoreAssessment(short, undefined).findings.filter(
      ({ code }) => code.startsWith('total/') || code.startsWith('points/') || code === 'table/incomplete',
    );
    expect(sums.length).toBeGreaterThan(0);
    expect(sums.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../model/assessment.ts';
import type { Scored } from '../../model/finding.ts';
import { checkResultSchema } from '../../model/result.ts';
import { checkDocument } from '../../pipeline/check.ts';
import { publishRefusal, publishResult } from '../../pipeline/publish-result.ts';

const place = { page: 1, row: 3 };

const assessment: Assessment = {
  form: 'project',
  columns: ['level1', 'points', 'selfScore'],
  indicators: [
    {
      id: 'r1',
      path: ['产出', '数量'],
      kind: 'indicator',
      maxScore: { raw: '10', value: '10', decimals: 0, origin: 'printed', place },
      confidence: 0.9,
      repairs: [{ field: 'maxScore', to: '10', because: { zh: '由小计得出', en: 'from the subtotal' } }],
      place,
    },
  ],
  groups: [],
  funds: [],
  statements: [],
  remarks: [],
  notes: [{ code: 'table/guess', message: { zh: '猜测', en: 'guessed' } }],
};

const scored: Scored = {
  outcomes: [
    {
      verdict: 'not-scored',
      admissible: {
        kind: 'intervals',
        intervals: [{ low: '0', lowIncluded: true, high: '10', highIncluded: true }],
      },
      because: { zh: '没有得分', en: 'no score' },
    },
  ],
  total: {
    verdict: 'undetermined',
    low: '0',
    high: '10',
    implied: [{ indicator: 'r1', score: '8' }],
    impliedUnique: true,
  },
  grade: { verdict: 'not-printed', bands: 'default' },
  findings: [
    {
      code: 'score/missing',
      severity: 'error',
      subject: 'r1',
      affectsGrade: false,
      message: { zh: '缺少得分', en: 'no score' },
      places: [place],
    },
  ],
  coverage: { rows: 1, rowsWithScore: 0, verdicts: { 'not-scored': 1 }, repairedRows: 1, rowsNotRead: 0 },
};

describe('publishResult', () => {
  const identity = { file: 'a.pdf', sha256: 'ab', mediaType: 'application/pdf', language: 'en' } as const;
  const result = publishResult(identity, { assessments: [{ assessment, scored }], notes: [] });

  test('gives what the published schema asks for', () => {
    expect(checkResultSchema.parse(result)).toEqual(result);
    expect(result).toMatchObject({ status: 'checked', assessments: [{ id: 'ab#1' }] });
  });

  test('says null for what is absent and for a continuous set', () => {
    const row = result.assessments[0]?.indicators[0];
    expect(row).toMatchObject({
      selfScore: null,
      target: null,
      rescored: { admissible: null, expected: null },
    });
    expect(row?.repairs[0]).toMatchObject({ from: null, to: '10' });
  });

  test('calls only a matched rubric the framework, and any recognised form the profile', () => {
    const publish = (basis: 'rubric' | 'wording') =>
      publishResult(identity, {
        assessments: [
          { assessment: { ...assessment, profileId: 'known-form', profileBasis: basis }, scored },
        ],
        notes: [],
      }).assessments[0];
    expect(result.assessments[0]).toMatchObject({ framework: null, profile: null });
    expect(publish('wording')).toMatchObject({ framework: null, profile: 'known-form' });
    expect(publish('rubric')).toMatchObject({ framework: 'known-form', profile: 'known-form' });
  });

  test('chooses one language and keeps both', () => {
    expect(result.assessments[0]?.findings[0]).toMatchObject({
      message: 'no score',
      messageIn: { zh: '缺少得分', en: 'no score' },
    });
    expect(result.assessments[0]?.notes[0]?.message).toBe('guessed');
  });

  test('calls a document without an assessment read', () => {
    expect(publishResult(identity, { assessments: [], notes: [] })).toMatchObject({
      status: 'no-assessment',
      error: null,
    });
  });

  test('gives a refusal its code', () => {
    const refusal = { code: 'pdf/encrypted', message: { zh: '已加密', en: 'encrypted' } };
    expect(checkResultSchema.parse(publishRefusal({ file: 'a', language: 'zh' }, refusal))).toMatchObject({
      status: 'unreadable',
      sha256: null,
      error: { code: 'pdf/encrypted', message: '已加密' },
    });
  });
});

describe('checkDocument', () => {
  test('never throws: a fault of ours is a result of its own', async () => {
    const broken = new Proxy([], {
      get: () => {
        throw new Error('broken on purpose');
      },
    });
    const result = await checkDocument({
      file: 'a.txt',
      bytes: new TextEncoder().encode(
        '一级指标\t三级指标\t分值\t得分\n产出\t数量\t50\t50\n效益\t质量\t50\t48\n总分\t\t100\t98\n',
      ),
      language: 'zh',
      profiles: broken,
    });
    expect(checkResultSchema.parse(result)).toMatchObject({
      status: 'unreadable',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      error: { code: 'internal/error', message: expect.stringContaining('broken on purpose') },
    });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ResultAssessment } from '../model/result.ts';
import { checkDocument } from '../pipeline/check.ts';
import { type SampleTruth, sampleTruthSchema } from './truth/schema.ts';

const samplesFolder = path.join(import.meta.dirname, '..', 'samples');
const truthFolder = path.join(import.meta.dirname, 'truth');

const truths = readdirSync(truthFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => sampleTruthSchema.parse(JSON.parse(readFileSync(path.join(truthFolder, name), 'utf8'))));

const checked = new Map<string, ReturnType<typeof checkDocument>>();

/** What the program says of a sample, which it is asked once. */
function check(file: string): ReturnType<typeof checkDocument> {
  const bytes = readFileSync(path.join(samplesFolder, file));
  const result = checked.get(file) ?? checkDocument({ file, bytes, language: 'zh' });
  checked.set(file, result);
  return result;
}

/** The assessment that a truth is about: the one in its place. */
async function checkedAs(
  truth: SampleTruth,
  expected: AssessmentTruth,
): Promise<ResultAssessment | undefined> {
  const { assessments } = await check(truth.file);
  return assessments[truth.assessments.indexOf(expected)];
}

type AssessmentTruth = SampleTruth['assessments'][number];

const rowsOf = (assessment: ResultAssessment | AssessmentTruth) =>
  assessment.indicators.map(({ path: names, maxScore, selfScore }) => ({ path: names, maxScore, selfScore }));

const byCode = (left: { code: string; subject: string }, right: { code: string; subject: string }) =>
  `${left.code} ${left.subject}`.localeCompare(`${right.code} ${right.subject}`);

describe('samples', () => {
  test('every sample has a truth and every truth a sample', () => {
    const documents = readdirSync(samplesFolder).filter((name) => !name.startsWith('.'));
    expect(truths.map(({ file }) => file).sort()).toEqual(documents.sort());
    expect(truths.length).toBeGreaterThanOrEqual(9);
  });

  test('the truths of a sample fit together', () => {
    for (const { status, assessments } of truths) {
      expect(assessments.length > 0).toBe(status === 'checked');
      for (const { total, indicators } of assessments) {
        const cents = indicators.map(({ selfScore }) => Math.round(Number(selfScore ?? '0') * 100));
        expect(cents.reduce((sum, score) => sum + score, 0)).toBe(Math.round(Number(total.low) * 100));
      }
    }
  });
});

describe.each(truths)('sample $file', (truth) => {
  test('is read for what it is', async () => {
    const result = await check(truth.file);
    expect(result.error).toBeNull();
    expect(result.status).toBe(truth.status);
    expect(result.assessments).toHaveLength(truth.assessments.length);
  });

  test.each(truth.assessments)('states who reports: $unit $year', async (expected) => {
    const actual = await checkedAs(truth, expected);
    expect(actual).toMatchObject({
      form: expected.form,
      unit: expected.unit,
      department: expected.department,
      project: expected.project,
      year: expected.year,
    });
  });

  test.each(truth.assessments)('has its rows with points and scores', async (expected) => {
    const actual = await checkedAs(truth, expected);
    expect(actual && rowsOf(actual)).toEqual(rowsOf(expected));
  });

  test.each(truth.assessments)('has its total, grade and budget', async (expected) => {
    const actual = await checkedAs(truth, expected);
    expect(actual?.total).toMatchObject(expected.total);
    expect(actual?.grade).toMatchObject(expected.grade);
    expect(actual?.budget?.total ?? null).toBe(expected.budget?.total ?? null);
    const amounts = actual?.budget?.parts.map(({ amount }) => amount) ?? [];
    expect(amounts).toEqual(expect.arrayContaining(expected.budget?.parts ?? []));
  });

  test.each(truth.assessments)('raises the errors that stand in it and no other', async (expected) => {
    const actual = await checkedAs(truth, expected);
    const errors = (actual?.findings ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ code, subject }) => ({ code, subject }));
    expect(errors.sort(byCode)).toEqual([...expected.errors].sort(byCode));
  });
});

test('a score above its points on a black-and-white scan is doubtful, not an error', async () => {
  const { assessments } = await check('department-fax.tif');
  const found = assessments[0]?.findings.find(({ code }) => code === 'score/above-max');
  expect(found).toMatchObject({ severity: 'warning', subject: 'r15' });
  expect(found?.recognised?.every(({ state }) => state === 'doubtful')).toBe(true);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Correction } from '../../model/correction.ts';
import { accept } from '../../model/outcome-channels.ts';
import { type CheckRecord, checkRecordSchema } from '../../model/record.ts';
import { type CheckResult, checkResultSchema } from '../../model/result.ts';
import { checkAndRecord, checkDocument } from '../../pipeline/check.ts';
import { createDocumentPool } from '../../pipeline/isolate/document-pool.ts';
import { rescore } from '../../pipeline/rescore.ts';

const samples = path.join(import.meta.dirname, '../../samples');
const bytesOf = (file: string): Uint8Array => readFileSync(path.join(samples, file));

type Recorded = { readonly result: CheckResult; readonly record: CheckRecord; readonly sha256: string };

async function recorded(file: string): Promise<Recorded> {
  const { result, record } = await checkAndRecord({ file, bytes: bytesOf(file), language: 'zh' });
  if (record === undefined || result.sha256 === null) throw new Error(`${file} was not read`);
  return { result, record, sha256: result.sha256 };
}

const rescored = (
  { record, result, sha256 }: Recorded,
  corrections: readonly Correction[] = [],
): CheckResult => rescore(record, corrections, { file: result.file, sha256, language: 'zh' });

const correctionOf = (
  { sha256 }: Recorded,
  told: Pick<Correction, 'subject' | 'field' | 'read' | 'value'>,
): Correction => ({
  assessment: `${sha256}#1`,
  ...told,
  who: '王芳',
  why: '原件为 9.36',
  at: '2026-03-01T08:00:00Z',
});

const clean = await recorded('department-clean.txt');

describe('a reading scored again', () => {
  test('gives the same result as the check, for every sample and after a journey through JSON', async () => {
    const files = readdirSync(samples);
    for (const file of files) {
      const { result, record } = await checkAndRecord({ file, bytes: bytesOf(file), language: 'zh' });
      expect(result, file).toEqual(await checkDocument({ file, bytes: bytesOf(file), language: 'zh' }));
      if (record === undefined || result.sha256 === null) continue;
      const kept = checkRecordSchema.parse(JSON.parse(JSON.stringify(record)));
      const again = rescore(kept, [], { file, sha256: result.sha256, language: 'zh' });
      expect(again, file).toEqual(result);
    }
    expect(files.length).toBeGreaterThan(15);
  });

  test('comes out of the guarded child as it is made here', async () => {
    const pool = createDocumentPool({ jobs: 1 });
    const request = { file: clean.result.file, language: 'zh', rubrics: 'known' } as const;
    const guarded = await pool.checkAndRecord(request, async () => accept(bytesOf(request.file)));
    const unread = await pool.checkAndRecord(request, async () => accept(new Uint8Array()));
    await pool.close();
    expect(guarded).toEqual(
      accept({ result: clean.result, record: JSON.parse(JSON.stringify(clean.record)) }),
    );
    expect(unread.ok && unread.value.record).toBeUndefined();
  });
});

describe('a correction', () => {
  test('of a misread score changes the verdict of the row and of the total', () => {
    const before = clean.result.assessments[0];
    const after = rescored(clean, [
      correctionOf(clean, { subject: 'r16', field: 'selfScore', read: '2', value: '3' }),
    ]).assessments[0];
    expect(before?.indicators[15]?.rescored.verdict).toBe('confirmed');
    expect(after?.indicators[15]).toMatchObject({ selfScore: '3', rescored: { verdict: 'contradicted' } });
    expect(before?.total.verdict).toBe('agrees');
    expect(after?.total).toMatchObject({ verdict: 'disagrees', printed: '97.86', low: '98.86' });
    expect(after?.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['total/mismatch', 'score/contradicts-evidence']),
    );
  });

  test('taken back gives the first result again', () => {
    const correction = correctionOf(clean, { subject: 'r3', field: 'selfScore', read: '9.36', value: '9' });
    rescored(clean, [correction]);
    expect(rescored(clean)).toEqual(clean.result);
  });

  test('is marked in the result, with what had been read, who and why, and where it stands', () => {
    const correction = correctionOf(clean, {
      subject: 'total',
      field: 'printed',
      read: '97.86',
      value: '97.68',
    });
    const result = rescored(clean, [correction]);
    const { assessment: _id, ...told } = correction;
    expect(result.assessments[0]?.corrections).toEqual([
      { ...told, place: clean.result.assessments[0]?.total.source },
    ]);
    expect(() => checkResultSchema.parse(result)).not.toThrow();
  });

  test('with an empty value says that nothing is printed there', () => {
    const after = rescored(clean, [
      correctionOf(clean, { subject: 'r3', field: 'selfScore', read: '9.36', value: null }),
    ]).assessments[0];
    expect(after?.indicators[2]).toMatchObject({ selfScore: null, rescored: { verdict: 'not-scored' } });
    expect(after?.findings.map(({ code }) => code)).toContain('score/missing');
  });

  test('of one field replaces an earlier one of the same field', () => {
    const [first, second] = ['9', '8'].map((value) =>
      correctionOf(clean, { subject: 'r3', field: 'selfScore', read: '9.36', value }),
    );
    if (!first || !second) throw new Error('two corrections are needed');
    expect(rescored(clean, [first, second])).toEqual(rescored(clean, [second]));
  });

  test.each([
    { subject: 'r3', field: 'evidence', value: '各月执行率的平均数为98.6%。' },
    { subject: 'r3', field: 'name', value: '支出率' },
    { subject: '履职效能', field: 'maxScore', value: '40' },
    { subject: 'grade', field: 'written', value: '良' },
    { subject: 'budget/1', field: 'amount', value: '4,812.38' },
    { subject: 'budget', field: 'amount', value: null },
    { subject: 'total', field: 'max', value: '110' },
  ] as const)('of $subject ($field) is applied', ({ subject, field, value }) => {
    const read = {
      evidence: clean.record.documents[0]?.assessments[0]?.indicators[2]?.evidence?.text,
      name: '部门预算资金支出率',
      maxScore: '50',
      written: '优',
      amount: subject === 'budget' ? '16,078.17' : '4,812.37',
      max: '100',
    }[field];
    const result = rescored(clean, [correctionOf(clean, { subject, field, read: read ?? null, value })]);
    expect(result.assessments[0]?.corrections).toHaveLength(1);
    expect(result.assessments[0]).not.toEqual(clean.result.assessments[0]);
  });

  test.each([
    ['correction/read-otherwise', { subject: 'r3', field: 'selfScore', read: '9.3', value: '9' }],
    ['correction/no-such-field', { subject: 'r99', field: 'selfScore', read: '9.36', value: '9' }],
    ['correction/no-such-field', { subject: 'r3', field: 'rate', read: null, value: '9' }],
    ['correction/not-a-number', { subject: 'r3', field: 'selfScore', read: '9.36', value: '九分多' }],
    ['correction/empty', { subject: 'r3', field: 'name', read: '部门预算资金支出率', value: null }],
  ] as const)('that does not fit is a note (%s), and nothing is changed', (code, told) => {
    const result = rescored(clean, [correctionOf(clean, told)]);
    expect(result.notes.map((note) => note.code)).toContain(code);
    expect(result.assessments).toEqual(clean.result.assessments);
  });

  test('of a doubtful row makes its reading firm', async () => {
    const moved = await recorded('department-moved-cells.txt');
    const row = moved.record.documents[0]?.assessments[0]?.indicators[11];
    expect(row?.repairs.map(({ field }) => field)).toContain('maxScore');
    const result = rescored(moved, [
      correctionOf(moved, {
        subject: 'r12',
        field: 'maxScore',
        read: row?.maxScore?.raw ?? null,
        value: '0.5',
      }),
    ]);
    const after = result.assessments[0]?.indicators[11];
    expect(after).toMatchObject({ confidence: 1, maxScore: '0.5' });
    expect(after?.repairs.map(({ field }) => field)).not.toContain('maxScore');
  });
});

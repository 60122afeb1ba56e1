import { expect, test } from 'vitest';
import { addChecked, addDocument, begin, finding, resultOf } from './arrivals.ts';
import { onBothDatabases } from './databases.ts';

const rowFinding = finding({
  code: 'score/contradicts-evidence',
  subject: 'r3',
  printed: '9.52',
  recomputed: '9',
});

onBothDatabases('reviews', (stores) => {
  test('a decision shows in the work list, in the decisions and in the audit log', async () => {
    const { store } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding(), rowFinding]]);
    const [total] = (await store.findings.list({ sort: 'document' })).findings;
    const fingerprint = total?.fingerprint ?? '';
    const ruling = { verdict: 'dismiss', reason: 'rounding', note: '四舍五入' } as const;
    expect(await store.reviews.decide([fingerprint, 'unknown'], ruling, 'li')).toEqual([
      { fingerprint, before: 'open', after: 'dismissed' },
    ]);
    expect(await store.findings.get(fingerprint)).toMatchObject({ state: 'dismissed' });
    expect(await store.reviews.decisions(sha256)).toEqual([
      {
        fingerprint,
        assessment: `${sha256}#1`,
        index: 0,
        state: 'dismissed',
        verdict: 'dismiss',
        reason: 'rounding',
        note: '四舍五入',
        by: 'li',
        at: '2026-01-05T12:00:00.000Z',
        engine: '1.0.0',
        signedBy: null,
        signedAt: null,
      },
    ]);
    expect(await store.audit.list({ subject: fingerprint })).toMatchObject([
      {
        who: 'li',
        action: 'review/decide',
        before: { state: 'open' },
        after: { state: 'dismissed', reason: 'rounding' },
        engine: '1.0.0',
      },
    ]);
  });

  test('undo takes acts back one after the other, and is itself recorded', async () => {
    const { store } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding()]]);
    const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
    await store.reviews.assign([fingerprint], 'wang', 'li');
    await store.reviews.decide([fingerprint], { verdict: 'needs-source' }, 'li');
    await store.reviews.decide([fingerprint], { verdict: 'confirm' }, 'li');
    expect(await store.reviews.undo(fingerprint, 'li')).toMatchObject({ after: 'needs-source' });
    expect(await store.reviews.decisions(sha256)).toMatchObject([{ verdict: 'needs-source' }]);
    expect(await store.reviews.undo(fingerprint, 'li')).toMatchObject({ after: 'open' });
    expect(await store.findings.get(fingerprint)).toMatchObject({ state: 'open', assignee: 'wang' });
    await store.reviews.undo(fingerprint, 'li');
    expect(await store.findings.get(fingerprint)).toMatchObject({ assignee: undefined });
    expect(await store.reviews.undo(fingerprint, 'li')).toBeUndefined();
    expect((await store.reviews.history(fingerprint)).map(({ act }) => act)).toEqual([
      'assign',
      'decide',
      'decide',
      'undo',
      'undo',
      'undo',
    ]);
    await store.reviews.decide([fingerprint], { verdict: 'confirm' }, 'li');
    expect(await store.reviews.undo(fingerprint, 'li')).toMatchObject({ before: 'confirmed', after: 'open' });
  });

  test('where two people are asked for, the second one must be another', async () => {
    const { store } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding()]]);
    const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
    expect(await store.reviews.sign([fingerprint], 'wang')).toEqual([{ fingerprint, outcome: 'nothing' }]);
    await store.reviews.decide([fingerprint], { verdict: 'confirm', people: 'two' }, 'li');
    expect(await store.findings.get(fingerprint)).toMatchObject({ state: 'proposed' });
    expect(await store.reviews.sign([fingerprint], 'li')).toEqual([{ fingerprint, outcome: 'own' }]);
    expect(await store.reviews.sign([fingerprint], 'wang')).toEqual([{ fingerprint, outcome: 'signed' }]);
    expect(await store.reviews.decisions(sha256)).toMatchObject([
      { state: 'confirmed', by: 'li', signedBy: 'wang' },
    ]);
    await store.reviews.undo(fingerprint, 'wang');
    expect(await store.reviews.decisions(sha256)).toMatchObject([{ state: 'proposed', signedBy: null }]);
  });

  test('a decision outlives a new engine version, and is reopened when that makes something else of the figure', async () => {
    const { store, reopen } = await stores.open({ engine: '1.0.0' });
    const sha256 = await addChecked(store, 'report', [[finding(), rowFinding]]);
    const { findings } = await store.findings.list({ sort: 'document' });
    const [total, row] = findings.map(({ fingerprint }) => fingerprint);
    await store.reviews.decide([total ?? '', row ?? ''], { verdict: 'confirm' }, 'li');
    const renew = async (engine: string, found: Parameters<typeof resultOf>[1]) => {
      const newer = await reopen(engine);
      await newer.ledger.renew('li');
      const [due] = await newer.ledger.due('check');
      await newer.ledger.finish(await begin(newer, due?.id ?? 0), { result: resultOf(sha256, found) });
    };
    await renew('1.1.0', [[finding(), { ...rowFinding, recomputed: '8.5' }]]);
    expect(await store.findings.get(total ?? '')).toMatchObject({ state: 'confirmed' });
    expect(await store.findings.get(row ?? '')).toMatchObject({ state: 'reopened' });
    await renew('1.2.0', [[rowFinding]]);
    expect(await store.findings.get(total ?? '')).toBeUndefined();
    expect(await store.findings.get(row ?? '')).toMatchObject({ state: 'confirmed' });
    await renew('1.3.0', [[finding({ code: 'table/incomplete' }), finding(), rowFinding]]);
    expect(await store.findings.get(total ?? '')).toMatchObject({ state: 'confirmed', index: 1 });
  });

  test('two people who decide at the same time both leave their act, and one of them holds', async () => {
    const { store, reopen } = await stores.open();
    const other = await reopen();
    const sha256 = await addChecked(store, 'report', [[finding()]]);
    const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
    await Promise.all([
      store.reviews.decide([fingerprint], { verdict: 'confirm' }, 'li'),
      other.reviews.decide([fingerprint], { verdict: 'dismiss', reason: 'other' }, 'wang'),
    ]);
    const acts = await store.reviews.history(fingerprint);
    expect(acts).toHaveLength(2);
    expect(await store.reviews.decisions(sha256)).toMatchObject([{ by: acts[1]?.who }]);
  });

  test('comments on a document and on a finding are kept in order, and in the audit log', async () => {
    const { store } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding()]]);
    const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
    await store.reviews.comment({ sha256, fingerprint }, '请核对', 'li');
    await store.reviews.comment({ sha256 }, '已致电', 'wang');
    expect(await store.reviews.comments(sha256)).toMatchObject([
      { fingerprint, who: 'li', body: '请核对' },
      { fingerprint: undefined, who: 'wang', body: '已致电' },
    ]);
    expect(await store.audit.list({ action: 'review/comment' })).toHaveLength(2);
  });

  test('a correction becomes a new result, and the work list follows', async () => {
    const { store } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding(), rowFinding]]);
    const [current] = await store.results.history(sha256);
    const correction = {
      assessment: `${sha256}#1`,
      subject: 'total',
      field: 'printed',
      read: '96.8',
      value: '95.5',
      why: '印章遮挡',
    } as const;
    const change = {
      sha256,
      add: [correction],
      base: current?.id ?? 0,
      rescored: resultOf(sha256, [[rowFinding]]),
    };
    const outcome = await store.corrections.change(change, 'li');
    expect(outcome.kind).toBe('corrected');
    expect(await store.corrections.change(change, 'wang')).toEqual({ kind: 'stale' });
    expect((await store.findings.list()).findings.map(({ code }) => code)).toEqual([rowFinding.code]);
    expect(await store.results.history(sha256)).toMatchObject([{ revision: 1 }, { revision: 0 }]);
    const [stored] = await store.corrections.of(sha256);
    expect(stored?.correction).toEqual({ ...correction, who: 'li', at: '2026-01-05T12:00:00.000Z' });
    const [corrected] = await store.results.history(sha256);
    await store.corrections.change(
      {
        sha256,
        withdraw: [stored?.id ?? 0],
        base: corrected?.id ?? 0,
        rescored: resultOf(sha256, [[finding()]]),
      },
      'wang',
    );
    expect(await store.corrections.of(sha256)).toEqual([]);
    expect((await store.findings.list()).findings.map(({ code }) => code)).toEqual(['total/mismatch']);
    expect(await store.audit.list({ action: 'correction/change' })).toHaveLength(2);
  });

  test('a result comes with its corrected form, which is the one that shows', async () => {
    const { store } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'report');
    await store.ledger.finish(await begin(store, stageId), {
      result: resultOf(sha256, [[finding()]]),
      corrected: resultOf(sha256, [[rowFinding]]),
    });
    expect((await store.findings.list()).findings.map(({ code }) => code)).toEqual([rowFinding.code]);
    expect(await store.results.history(sha256)).toMatchObject([{ revision: 1 }, { revision: 0 }]);
  });
});

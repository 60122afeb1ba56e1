import { expect, test } from 'vitest';
import type { Failure } from '../../store/ledger/ledger.ts';
import { addDocument, begin, finding, resultOf } from './arrivals.ts';
import { onBothDatabases } from './databases.ts';

const busy: Failure = { class: 'transient', code: 'disk/full', message: { zh: '磁盘已满', en: 'disk full' } };
const crash: Failure = { class: 'poison', code: 'internal/crash', message: { zh: '崩溃', en: 'crashed' } };
const minute = 60_000;

onBothDatabases('ledger', (stores) => {
  test('what comes in waits to be checked, most urgent first, then in the order in which it came', async () => {
    const { store } = await stores.open();
    const slow = await addDocument(store, 'crawled', { priority: 20 });
    const first = await addDocument(store, 'first');
    const second = await addDocument(store, 'second');
    const urgent = await addDocument(store, 'uploaded', { priority: 0 });
    const due = await store.ledger.due('check');
    expect(due.map(({ id }) => id)).toEqual([urgent, first, second, slow].map(({ stageId }) => stageId));
    const page = await store.ledger.due('check', { limit: 2 });
    const rest = await store.ledger.due('check', page[1] && { after: page[1] });
    expect([...page, ...rest]).toEqual(due);
    expect(await store.ledger.due('ocr')).toEqual([]);
  });

  test('a stage that is taken cannot be taken again, and is done once', async () => {
    const { store } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'report');
    const lease = await begin(store, stageId);
    expect(await store.ledger.start(stageId, 'worker-2')).toBeUndefined();
    const finished = await store.ledger.finish(lease, { result: resultOf(sha256, [[finding()]]) });
    expect(finished.kind).toBe('finished');
    expect(await store.ledger.start(stageId, 'worker-2')).toBeUndefined();
    expect(await store.ledger.finish(lease, { result: resultOf(sha256, [[]]) })).toEqual({ kind: 'refused' });
    expect(await store.findings.count()).toBe(1);
    expect(await store.ledger.due('check')).toEqual([]);
  });

  test('many workers that reach for the same stages get each of them once', async () => {
    const { store, reopen } = await stores.open();
    const other = await reopen();
    const ids: number[] = [];
    for (let index = 0; index < 12; index += 1)
      ids.push((await addDocument(store, `report ${index}`)).stageId);
    const leases = await Promise.all(
      ids.flatMap((id) =>
        [store, other, store].map((each, index) => each.ledger.start(id, `worker-${index}`)),
      ),
    );
    const taken = leases.flatMap((lease) => (lease ? [lease.id] : []));
    expect(taken.sort((one, two) => one - two)).toEqual(ids);
  });

  test('a worker that lost its lease to another can neither finish nor fail nor prolong', async () => {
    const { store, pass } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'report');
    const zombie = await begin(store, stageId, 'zombie');
    pass(2 * minute);
    const lease = await begin(store, stageId, 'worker-2');
    expect(lease.attempt).toBe(2);
    expect(await store.ledger.heartbeat(zombie)).toBe(false);
    expect(await store.ledger.release(zombie)).toBe(false);
    expect(await store.ledger.fail(zombie, crash)).toEqual({ kind: 'refused' });
    const late = await store.ledger.finish(zombie, { result: resultOf(sha256, [[finding()]]) });
    expect(late).toEqual({ kind: 'refused' });
    expect(await store.results.current(sha256)).toBeUndefined();
    expect((await store.ledger.finish(lease, { result: resultOf(sha256, [[]]) })).kind).toBe('finished');
  });

  test('a heartbeat keeps a lease alive', async () => {
    const { store, pass } = await stores.open();
    const { stageId } = await addDocument(store, 'report');
    const lease = await begin(store, stageId);
    pass(50_000);
    expect(await store.ledger.heartbeat(lease)).toBe(true);
    pass(50_000);
    expect(await store.ledger.reconcile()).toEqual({ released: 0, quarantined: 0 });
    expect(await store.ledger.start(stageId, 'worker-2')).toBeUndefined();
  });

  test('a document that ends its worker six times is quarantined, after waits that double', async () => {
    const { store, pass, now } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'poison');
    const waits: number[] = [];
    for (let death = 1; death <= 6; death += 1) {
      await begin(store, stageId);
      pass(minute);
      expect(await store.ledger.reconcile()).toEqual(
        death < 6 ? { released: 1, quarantined: 0 } : { released: 0, quarantined: 1 },
      );
      const dueAt = (await store.ledger.get(stageId))?.dueAt ?? 0;
      waits.push(dueAt - now());
      pass(Math.max(0, dueAt - now()));
    }
    expect(waits[0]).toBe(0);
    for (const [index, wait] of waits.slice(1, 5).entries()) {
      expect(wait).toBeGreaterThanOrEqual(minute * 2 ** index);
      expect(wait).toBeLessThanOrEqual(1.5 * minute * 2 ** index);
    }
    expect(await store.ledger.start(stageId, 'worker-1')).toBeUndefined();
    const [dead] = await store.ledger.deadLetters();
    expect(dead).toMatchObject({ id: stageId, name: 'poison.txt', attempts: 6 });
    expect(dead?.failure).toMatchObject({ class: 'poison', code: 'ledger/never-ended' });
    expect(await store.documents.get(sha256)).toMatchObject({
      status: 'failed',
      errorCode: 'ledger/never-ended',
    });
  });

  test('a quarantined document is found out even without a reconcile pass', async () => {
    const { store, pass } = await stores.open();
    const { stageId } = await addDocument(store, 'poison');
    for (let death = 1; death <= 6; death += 1) {
      // Notices that the lease before has run out, and then waits with it.
      if (death > 1) await store.ledger.start(stageId, 'worker-1');
      pass(60 * minute);
      if ((await store.ledger.get(stageId))?.state === 'waiting') await begin(store, stageId);
      pass(60 * minute);
    }
    expect(await store.ledger.start(stageId, 'worker-1')).toBeUndefined();
    expect(await store.ledger.get(stageId)).toMatchObject({ state: 'dead' });
  });

  test('documents that were in hand together when their worker died come back apart', async () => {
    const { store, pass, now } = await stores.open();
    const ids = [await addDocument(store, 'poison'), await addDocument(store, 'innocent')].map(
      ({ stageId }) => stageId,
    );
    for (let death = 1; death <= 2; death += 1) {
      for (const id of ids) await begin(store, id);
      pass(minute);
      await store.ledger.reconcile();
    }
    const dueAt = await Promise.all(ids.map(async (id) => (await store.ledger.get(id))?.dueAt));
    expect(new Set(dueAt).size).toBe(2);
    expect(Math.min(...dueAt.map(Number))).toBeGreaterThan(now());
  });

  test('a worker that stops on request gives its stage back unharmed', async () => {
    const { store } = await stores.open();
    const { stageId } = await addDocument(store, 'report');
    for (let stop = 0; stop < 5; stop += 1) {
      const lease = await begin(store, stageId);
      expect(lease.attempt).toBe(1);
      expect(await store.ledger.release(lease)).toBe(true);
    }
  });

  test('a transient failure waits longer each time, and a success forgives it', async () => {
    const { store, pass, now } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'report');
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      const after = await store.ledger.fail(await begin(store, stageId), busy);
      if (after.kind !== 'waiting') throw new Error(after.kind);
      waits.push(after.dueAt - now());
      expect(await store.ledger.start(stageId, 'worker-1')).toBeUndefined();
      expect(await store.ledger.due('check')).toEqual([]);
      pass(after.dueAt - now());
    }
    expect(waits).toEqual([...waits].sort((one, two) => one - two));
    expect(waits[0]).toBeGreaterThanOrEqual(5000);
    expect(await store.ledger.failures()).toEqual([{ code: 'disk/full', class: 'transient', count: 1 }]);
    await store.ledger.finish(await begin(store, stageId), { result: resultOf(sha256, [[]]) });
    expect(await store.ledger.failures()).toEqual([]);
  });

  test('a transient failure that never ends is given up in the end', async () => {
    const { store, pass } = await stores.open();
    const { stageId } = await addDocument(store, 'report');
    const hour = 60 * minute;
    let kind = 'waiting';
    for (let tries = 0; kind === 'waiting' && tries < 100; tries += 1) {
      kind = (await store.ledger.fail(await begin(store, stageId), busy)).kind;
      pass(2 * hour);
    }
    expect(kind).toBe('dead');
  });

  test('a crash is tried once more, then it is a dead letter, which a person retries or gives up', async () => {
    const { store, pass } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'report');
    expect((await store.ledger.fail(await begin(store, stageId), crash)).kind).toBe('waiting');
    pass(minute);
    expect(await store.ledger.fail(await begin(store, stageId), crash)).toEqual({ kind: 'dead' });
    expect(await store.ledger.deadLetters()).toHaveLength(1);
    expect(await store.ledger.retry(stageId, 'li')).toBe(true);
    expect(await store.documents.get(sha256)).toMatchObject({ status: 'waiting', errorCode: undefined });
    expect(await store.ledger.retry(stageId, 'li')).toBe(false);
    expect((await store.ledger.fail(await begin(store, stageId), crash)).kind).toBe('waiting');
    pass(minute);
    await store.ledger.fail(await begin(store, stageId), crash);
    expect(await store.ledger.drop(stageId, 'li', '与本项目无关')).toBe(true);
    expect(await store.ledger.deadLetters()).toEqual([]);
    expect(await store.ledger.get(stageId)).toMatchObject({ state: 'dropped' });
  });

  test('a permanent failure is not tried again', async () => {
    const { store } = await stores.open();
    const { stageId } = await addDocument(store, 'report');
    const after = await store.ledger.fail(await begin(store, stageId), { ...busy, class: 'permanent' });
    expect(after).toEqual({ kind: 'dead' });
  });

  test('a result can ask for another stage, which supersedes it', async () => {
    const { store } = await stores.open();
    const { sha256, stageId } = await addDocument(store, 'scan');
    const finished = await store.ledger.finish(await begin(store, stageId), {
      result: { ...resultOf(sha256, []), status: 'no-assessment' },
      next: ['ocr'],
    });
    if (finished.kind !== 'finished') throw new Error(finished.kind);
    expect(await store.ledger.due('ocr')).toEqual(finished.queued);
    const [ocr] = finished.queued;
    const lease = await begin(store, ocr?.id ?? 0);
    await store.ledger.finish(lease, { result: resultOf(sha256, [[finding()]]), record: { read: '复核' } });
    expect(await store.documents.get(sha256)).toMatchObject({ status: 'checked', unit: '某市某区教育局' });
    expect(await store.results.record(sha256)).toEqual({ read: '复核' });
    expect((await store.results.history(sha256)).map(({ stage }) => stage)).toEqual(['ocr', 'check']);
  });

  test('a new engine takes over what waits, and checks again what it is asked to', async () => {
    const { store, reopen } = await stores.open({ engine: '1.0.0' });
    const done = await addDocument(store, 'done');
    const waiting = await addDocument(store, 'waiting');
    await store.ledger.finish(await begin(store, done.stageId), { result: resultOf(done.sha256, [[]]) });
    const newer = await reopen('1.1.0');
    expect((await newer.ledger.due('check')).map(({ id }) => id)).toEqual([waiting.stageId]);
    expect(await newer.ledger.renew('li')).toBe(1);
    expect(await newer.ledger.renew('li')).toBe(0);
    for (const { id, sha256 } of await newer.ledger.due('check')) {
      await newer.ledger.finish(await begin(newer, id), { result: resultOf(sha256, [[finding()]]) });
    }
    expect((await newer.ledger.history(done.sha256)).map(({ engine, state }) => [engine, state])).toEqual([
      ['1.0.0', 'done'],
      ['1.1.0', 'done'],
    ]);
    expect((await newer.ledger.history(waiting.sha256)).map(({ engine }) => engine)).toEqual(['1.1.0']);
    expect(await newer.findings.count()).toBe(2);
  });

  test('a late result of an old engine does not replace the one of a newer engine', async () => {
    const { store, reopen } = await stores.open({ engine: '1.0.0' });
    const { sha256, stageId } = await addDocument(store, 'report');
    const slow = await begin(store, stageId);
    const newer = await reopen('1.1.0');
    await newer.ledger.renew('li');
    const [due] = await newer.ledger.due('check');
    await newer.ledger.finish(await begin(newer, due?.id ?? 0), { result: resultOf(sha256, [[finding()]]) });
    expect((await store.ledger.finish(slow, { result: resultOf(sha256, [[]]) })).kind).toBe('finished');
    expect(await store.results.current(sha256)).toMatchObject({
      assessments: [{ findings: [{ code: 'total/mismatch' }] }],
    });
    expect(await store.findings.count()).toBe(1);
  });
});

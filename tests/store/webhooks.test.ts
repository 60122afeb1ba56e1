import { expect, test } from 'vitest';
import { addChecked, addDocument, begin, finding, resultOf } from './arrivals.ts';
import { onBothDatabases } from './databases.ts';

const warning = finding({ code: 'deviation/reason-missing', severity: 'warning', printed: null });

onBothDatabases('webhooks', ({ open }) => {
  test('new disagreements are announced with the findings, to every hook, once', async () => {
    const { store } = await open();
    const sha256 = await addChecked(store, 'a', [[finding(), warning]]);
    await addChecked(store, 'b', [[warning]]);
    expect(await store.webhooks.spread(['audit', 'archive'])).toBe(2);
    expect(await store.webhooks.spread(['audit', 'archive'])).toBe(0);
    const deliveries = await store.webhooks.take(10, 60_000);
    expect(deliveries.map(({ hook, attempt }) => [hook, attempt])).toEqual([
      ['audit', 1],
      ['archive', 1],
    ]);
    expect(JSON.parse(deliveries[0]?.body ?? '')).toMatchObject({
      event: 'disagreements',
      document: { sha256, name: 'a.txt' },
      count: 1,
      findings: [{ code: 'total/mismatch', printed: '96.8', recomputed: '95.5', affectsGrade: true }],
    });
  });

  test('what was there before is not announced again by another engine', async () => {
    const { store, reopen } = await open();
    const sha256 = await addChecked(store, 'a', [[finding()]]);
    await store.webhooks.spread(['audit']);
    const newer = await reopen('2.0.0');
    await newer.ledger.renew('admin');
    const [due] = await newer.ledger.due('check');
    const lease = await begin(newer, due?.id ?? 0);
    await newer.ledger.finish(lease, {
      result: resultOf(sha256, [[finding(), finding({ code: 'grade/mismatch', subject: 'grade' })]]),
    });
    expect(await newer.webhooks.spread(['audit'])).toBe(1);
    const [, second] = await newer.webhooks.take(10, 60_000);
    expect(JSON.parse(second?.body ?? '')).toMatchObject({
      count: 1,
      findings: [{ code: 'grade/mismatch' }],
    });
  });

  test('what is older than a month is forgotten, whether it was told or not', async () => {
    const { store, pass } = await open();
    await addChecked(store, 'told', [[finding()]]);
    await store.webhooks.spread(['audit']);
    await addChecked(store, 'untold', [[finding()]]);
    pass(20 * 24 * 3_600_000);
    await addChecked(store, 'later', [[finding()]]);
    expect(await store.webhooks.forget()).toBe(0);
    pass(11 * 24 * 3_600_000);
    expect(await store.webhooks.forget()).toBe(2);
    expect(await store.webhooks.log()).toEqual([]);
    expect(await store.webhooks.take(10, 60_000)).toEqual([]);
    expect(await store.webhooks.forget()).toBe(0);
  });

  test('nothing is announced of a stage whose lease was lost', async () => {
    const { store, pass } = await open();
    const { sha256, stageId } = await addDocument(store, 'a');
    const lost = await begin(store, stageId);
    pass(61_000);
    await begin(store, stageId, 'worker-2');
    const finish = await store.ledger.finish(lost, { result: resultOf(sha256, [[finding()]]) });
    expect(finish.kind).toBe('refused');
    expect(await store.webhooks.spread(['audit'])).toBe(0);
  });

  test('a delivery is one worker’s until its lease runs out, and then another’s', async () => {
    const { store, pass } = await open();
    await addChecked(store, 'a', [[finding()]]);
    await store.webhooks.spread(['audit']);
    const [first] = await store.webhooks.take(10, 60_000);
    expect(await store.webhooks.take(10, 60_000)).toEqual([]);
    pass(60_000);
    const [second] = await store.webhooks.take(10, 60_000);
    if (!first || !second) throw new Error('nothing to deliver');
    expect(await store.webhooks.delivered(first, 200)).toBe(false);
    expect(await store.webhooks.delivered(second, 204)).toBe(true);
    pass(3_600_000);
    expect(await store.webhooks.take(10, 60_000)).toEqual([]);
  });

  test('a failed delivery waits longer each time, is given up in the end, and can be tried again', async () => {
    const { store, pass } = await open();
    await addChecked(store, 'a', [[finding()]]);
    await store.webhooks.spread(['audit']);
    const failure = {
      kind: 'passing',
      code: 'webhook/rejected',
      message: { zh: '503', en: '503' },
      status: 503,
    } as const;
    let tries = 0;
    for (let state = 'waiting'; state === 'waiting'; tries += 1) {
      const [delivery] = await store.webhooks.take(1, 60_000);
      if (!delivery) throw new Error('not due');
      state = await store.webhooks.failed(delivery, failure);
      expect(await store.webhooks.take(1, 60_000)).toEqual([]);
      pass(2 * 3_600_000);
    }
    expect(tries).toBe(18);
    const [record] = await store.webhooks.log();
    expect(record).toMatchObject({ state: 'given-up', attempts: 18, status: 503, errorCode: failure.code });
    expect(await store.webhooks.retry(record?.id ?? 0, 'admin')).toBe(true);
    expect(await store.webhooks.retry(record?.id ?? 0, 'admin')).toBe(false);
    expect((await store.webhooks.take(1, 60_000)).length).toBe(1);
  });

  test('what no try can help is given up at once', async () => {
    const { store } = await open();
    await addChecked(store, 'a', [[finding()]]);
    await store.webhooks.spread(['audit']);
    const [delivery] = await store.webhooks.take(1, 60_000);
    if (!delivery) throw new Error('not due');
    const message = { zh: '内网地址', en: 'private address' };
    const state = await store.webhooks.failed(delivery, {
      kind: 'for-good',
      code: 'request/special-address',
      message,
    });
    expect(state).toBe('given-up');
    expect((await store.webhooks.log())[0]?.errorMessage).toEqual(message);
  });

  test('what is too old to be news goes to nobody', async () => {
    const { store, pass } = await open();
    await addChecked(store, 'a', [[finding()]]);
    pass(4 * 24 * 3_600_000);
    expect(await store.webhooks.spread(['audit'])).toBe(0);
    expect(await store.webhooks.log()).toEqual([]);
  });
});

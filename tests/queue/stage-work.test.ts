import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../model/outcome-channels.ts';
import { publishRefusal } from '../../pipeline/publish-result.ts';
import { silentLog } from '../../queue/log.ts';
import { classify } from '../../queue/stages/classify.ts';
import {
  type StageFunction,
  type StageReport,
  type StageSettings,
  stageWork,
} from '../../queue/stages/stage-work.ts';
import type { Store } from '../../store/open-store.ts';
import { addTable, temporaryStore } from './store-for-test.ts';

const refusal = (code: string): Refusal => ({ code, message: { zh: '不能读', en: 'cannot be read' } });

const outcome: StageFunction = async ({ sha256, name }) => ({
  kind: 'outcome',
  result: publishRefusal({ file: name, sha256, language: 'zh' }, refusal('pdf/encrypted')),
});

const never = new AbortController().signal;

function settingsFor(store: Store, leaseFor = 60_000) {
  const reports: StageReport[] = [];
  const settings: StageSettings = {
    store,
    worker: 'tester',
    leaseFor,
    log: silentLog,
    onEnd: (report) => reports.push(report),
    onQueued: () => {},
  };
  return { settings, reports };
}

describe('the work of a stage', () => {
  test('writes the outcome once, however often its ticket comes', async () => {
    await using place = await temporaryStore();
    const { settings, reports } = settingsFor(place.store);
    const { sha256, stageId } = await addTable(place.store, 1);
    const work = stageWork(outcome, settings);
    await Promise.all([1, 2, 3].map(() => work(String(stageId), never)));
    expect(reports.map(({ ending }) => ending)).toEqual(['unreadable']);
    expect(await place.store.results.history(sha256)).toHaveLength(1);
  });

  test('tries again later where the machinery failed, and says why', async () => {
    await using place = await temporaryStore();
    const { settings, reports } = settingsFor(place.store);
    const { stageId } = await addTable(place.store, 1);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    await stageWork(() => Promise.reject(full), settings)(String(stageId), never);
    expect(reports[0]?.ending).toBe('transient');
    const row = await place.store.ledger.get(stageId);
    expect(row?.state).toBe('waiting');
    expect(row?.failure?.code).toBe('system/ENOSPC');
    expect(row?.dueAt).toBeGreaterThan(Date.now());
  });

  test('gives its document back unharmed when it is aborted', async () => {
    await using place = await temporaryStore();
    const { settings, reports } = settingsFor(place.store);
    const { stageId } = await addTable(place.store, 1);
    const stop = new AbortController();
    const working = stageWork(() => new Promise(() => {}), settings)(String(stageId), stop.signal);
    stop.abort();
    await working;
    expect(reports[0]?.ending).toBe('released');
    expect(await place.store.ledger.get(stageId)).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  test('keeps its lease by heartbeats, and writes nothing once it is lost', async () => {
    await using place = await temporaryStore();
    const { settings, reports } = settingsFor(place.store, 300);
    const { sha256, stageId } = await addTable(place.store, 1);
    const gate = Promise.withResolvers<void>();
    const slow: StageFunction = async (document) => {
      await gate.promise;
      return outcome(document);
    };
    const working = stageWork(slow, settings)(String(stageId), never);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await place.store.ledger.reconcile()).released).toBe(0);
    gate.resolve();
    await working;
    expect(reports[0]?.ending).toBe('unreadable');
    expect(await place.store.results.history(sha256)).toHaveLength(1);
  });

  test('lets another worker have what it lost', async () => {
    await using place = await temporaryStore();
    const { settings, reports } = settingsFor(place.store, 60_000);
    const { sha256, stageId } = await addTable(place.store, 1);
    const gate = Promise.withResolvers<void>();
    const zombie: StageFunction = async (document) => {
      await gate.promise;
      return outcome(document);
    };
    // The lease of the first is over at once, as after a long sleep of its machine.
    const first = stageWork(zombie, { ...settings, leaseFor: 1_000_000_000 });
    const lease = await place.store.ledger.start(stageId, 'first', 0);
    expect(lease).toBeDefined();
    const second = stageWork(outcome, settings)(String(stageId), never);
    await second;
    gate.resolve();
    await first(String(stageId), never);
    expect(reports.map(({ ending }) => ending)).toEqual(['unreadable']);
    expect(lease && (await place.store.ledger.heartbeat(lease))).toBe(false);
    expect(await place.store.results.history(sha256)).toHaveLength(1);
  });

  test('is tried once more after a crash and then waits for a person', async () => {
    await using place = await temporaryStore();
    const { settings, reports } = settingsFor(place.store);
    const { stageId } = await addTable(place.store, 1);
    const poison: StageFunction = async () => ({
      kind: 'failure',
      failure: { class: 'poison', ...refusal('internal/crash') },
    });
    const work = stageWork(poison, settings);
    await work(String(stageId), never);
    expect((await place.store.ledger.get(stageId))?.state).toBe('waiting');
    expect(reports.map(({ ending }) => ending)).toEqual(['poison']);
  });
});

test.each([
  ['internal/crash', 'poison'],
  ['limits/time', 'poison'],
  ['limits/memory', 'poison'],
  ['limits/size', 'result'],
  ['internal/error', 'result'],
  ['pdf/encrypted', 'result'],
])('the refusal %s means %s', (code, meaning) => {
  expect(classify(refusal(code))).toBe(meaning);
});

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../../store/open-store.ts';
import { type FuheProcess, startFuhe } from '../../cli/service/fuhe-process.ts';
import { eventually } from '../eventually.ts';
import { addTable, tableText } from '../store-for-test.ts';
import { type Fleet, namesIn } from './fleet.ts';
import { expectWhole } from './whole-record.ts';

/** Every boundary between two steps that a crash must not fall through, in the order in which a file passes them. */
const faultPoints = [
  'blob-written',
  'blob-in-place',
  'document-inserted',
  'drop-accepted',
  'drop-moved',
  'stage-ended',
  'result-inserted',
  'stage-finished',
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fuhe-boundaries-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

function placeOf(name: string) {
  const dataFolder = path.join(folder, name, 'data');
  mkdirSync(path.join(dataFolder, 'inbox'), { recursive: true });
  const environment = {
    FUHE_DATA: dataFolder,
    FUHE_LEASE_SECONDS: '2',
    FUHE_RECONCILE_SECONDS: '1',
    FUHE_INBOX_SETTLE_SECONDS: '0.05',
    FUHE_CHECK_WORKERS: '1',
    FUHE_SHUTDOWN_SECONDS: '10',
  };
  return {
    dataFolder,
    environment,
    serve: (more: Readonly<Record<string, string>> = {}): FuheProcess =>
      startFuhe(['serve', '--port', '0'], { ...environment, ...more }),
  };
}

describe('a server that is killed', () => {
  test.concurrent.each(faultPoints)(
    'at the boundary %s loses nothing and does nothing twice',
    async (point) => {
      const { dataFolder, environment, serve } = placeOf(point);
      for (const number of [1, 2])
        writeFileSync(path.join(dataFolder, 'inbox', `表${number}.md`), tableText(number));
      const doomed = serve({ FUHE_FAULT_POINT: point });
      await eventually(() => expect(doomed.child.signalCode).toBe('SIGKILL'), 60_000);
      const store = await openStore({ dataFolder, engine: 'tests' });
      const survivor = serve();
      const fleet: Fleet = {
        folder: path.join(folder, point),
        store,
        environment,
        members: [],
        drop: () => {},
        inbox: () => namesIn(path.join(dataFolder, 'inbox')),
        done: () => namesIn(path.join(dataFolder, 'done')),
        close: store.close,
      };
      try {
        expect(await expectWhole(fleet, 2, 60_000)).toBe(0);
      } finally {
        await survivor.end('SIGTERM');
        await store.close();
      }
    },
    120_000,
  );
});

describe('a server that is asked to stop', () => {
  test('in the middle of its work finishes what is in hand and leaves the rest for the next', async () => {
    const { dataFolder, serve } = placeOf('stop');
    const store = await openStore({ dataFolder, engine: 'tests' });
    const documents = 150;
    for (let number = 0; number < documents; number += 1) await addTable(store, number);
    const first = serve();
    await first.said('stage ended');
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.log().at(-1)?.msg).toBe('stopped');
    const states = (await store.ledger.counts()).map(({ state }) => state);
    expect(states).not.toContain('running');
    const second = serve();
    await eventually(async () => {
      const counts = await store.ledger.counts();
      expect(counts.map(({ state, count }) => `${count} ${state}`)).toEqual([`${documents} done`]);
    }, 60_000);
    await second.end('SIGTERM');
    await store.close();
  });

  test('a second server on the same data folder is refused, and takes over from a dead one', async () => {
    const { serve } = placeOf('two');
    const first = serve();
    await first.said('started');
    const second = serve();
    await eventually(() => expect(second.child.exitCode).toBe(2), 30_000);
    await first.end('SIGKILL');
    const third = serve();
    await third.said('started');
    expect(await third.end('SIGTERM')).toBe(0);
  });
});

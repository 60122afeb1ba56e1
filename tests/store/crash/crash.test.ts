import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyStore } from '../../../store/backup/verify.ts';
import { type OpenedStore, onBothDatabases } from '../databases.ts';

const program = path.join(import.meta.dirname, 'inbox-process.ts');

/** Every boundary between two things that become durable. */
const boundaries = [
  'blob-written',
  'blob-in-place',
  'document-inserted',
  'test-accepted',
  'test-started',
  'stage-ended',
  'result-inserted',
  'stage-finished',
  'test-finished',
];

function start(opened: OpenedStore, leaseFor: number, faultPoint?: string) {
  const { dataFolder, databaseUrl = '' } = opened;
  return spawn(process.execPath, [program, dataFolder, inboxOf(opened), String(leaseFor), databaseUrl], {
    env: { ...process.env, ...(faultPoint !== undefined && { FUHE_FAULT_POINT: faultPoint }) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function run(opened: OpenedStore, faultPoint?: string): Promise<unknown> {
  const [status, signal] = await once(start(opened, 1, faultPoint), 'exit');
  return signal ?? status;
}

/** A document over which processes were killed again and again waits longer each time, and in the end for a person. */
async function finishAll(opened: OpenedStore): Promise<void> {
  do {
    expect(await run(opened)).toBe(0);
    for (const { id } of await opened.store.ledger.deadLetters()) await opened.store.ledger.retry(id, 'test');
    await setTimeout(200);
  } while ((await opened.store.ledger.counts()).some(({ state }) => state !== 'done'));
}

const inboxOf = ({ dataFolder }: OpenedStore): string => path.join(dataFolder, 'inbox');

async function drop(opened: OpenedStore, names: readonly string[]): Promise<void> {
  await mkdir(inboxOf(opened), { recursive: true });
  for (const name of names) await writeFile(path.join(inboxOf(opened), name), `report ${name}`);
}

/** Every dropped file has one document with one result, nothing lies about, nothing is due. */
async function expectWhole(opened: OpenedStore, count: number): Promise<void> {
  const { store, dataFolder, databaseUrl } = opened;
  const place = { dataFolder, engine: '1.0.0', ...(databaseUrl !== undefined && { databaseUrl }) };
  expect(await readdir(inboxOf(opened))).toEqual([]);
  expect(await store.documents.count({ status: ['checked'] })).toBe(count);
  expect(await store.ledger.counts()).toMatchObject([{ stage: 'check', state: 'done', count }]);
  expect(await store.findings.count()).toBe(count);
  expect(await verifyStore(place)).toMatchObject({
    documents: count,
    results: count,
    faults: [],
    orphans: [],
  });
}

onBothDatabases('after SIGKILL', (stores) => {
  test('at every boundary nothing is lost and nothing is done twice', async () => {
    const opened = await stores.open();
    const dropped: string[] = [];
    for (const boundary of boundaries) {
      await drop(opened, [`${boundary} 1`, `${boundary} 2`]);
      dropped.push(`${boundary} 1`, `${boundary} 2`);
      expect([boundary, await run(opened, boundary)]).toEqual([boundary, 'SIGKILL']);
    }
    // What the last lease of a killed process held is free a millisecond later.
    await setTimeout(5);
    await finishAll(opened);
    await expectWhole(opened, dropped.length);
  }, 240_000);

  test('two processes on one folder, killed at any moment, finish what was dropped', async () => {
    const opened = await stores.open();
    const names = Array.from({ length: 30 }, (_, index) => `drop ${index}`);
    await drop(opened, names);
    for (let kills = 0; kills < 4; kills += 1) {
      const processes = [start(opened, 2000), start(opened, 2000)];
      const ended = Promise.all(processes.map((each) => once(each, 'exit')));
      await setTimeout(300 + Math.random() * 500);
      for (const each of processes) each.kill('SIGKILL');
      await ended;
    }
    await setTimeout(2000);
    await finishAll(opened);
    await expectWhole(opened, names.length);
  }, 240_000);
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownFolder } from '../../store/owner/own-folder.ts';
import { identify } from '../../store/owner/process-identity.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fuhe-owner-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that owns the folder, or says why it cannot. */
async function startOwner() {
  const child = fork(path.join(import.meta.dirname, 'owner-process.ts'), [folder], { silent: true });
  const [said] = await once(child, 'message');
  return { said, child };
}

async function kill(child: Awaited<ReturnType<typeof startOwner>>['child']): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a living owner is never robbed, a dead one is succeeded', async () => {
  const first = await startOwner();
  expect(first.said).toBe('owned');
  await expect(ownFolder(folder)).rejects.toMatchObject({ code: 'store/owned' });
  await kill(first.child);
  const owner = await ownFolder(folder);
  expect((await startOwner()).said).toBe('store/owned');
  await owner.release();
  const next = await startOwner();
  expect(next.said).toBe('owned');
  await kill(next.child);
});

test('of many who reach for a dead owner’s folder one gets it', async () => {
  const dead = await startOwner();
  await kill(dead.child);
  const heirs = await Promise.all(Array.from({ length: 4 }, startOwner));
  expect(heirs.map(({ said }) => said).sort()).toEqual(['owned', ...Array(3).fill('store/owned')]);
  for (const { said, child } of heirs) if (said === 'owned') await kill(child);
});

test('another process with the number of a dead owner is not the owner', async () => {
  const lock = { ...identify(process.pid), started: 'an-earlier-boot/1' };
  await writeFile(path.join(folder, 'owner.7.lock'), JSON.stringify(lock));
  const owner = await ownFolder(folder);
  expect(await readdir(folder)).toEqual(['owner.8.lock']);
  await owner.release();
  expect(await readdir(folder)).toEqual([]);
});

test('an owner on another machine lives as long as it shows itself', async () => {
  const file = path.join(folder, 'owner.1.lock');
  await writeFile(file, JSON.stringify({ host: `not-${hostname()}`, pid: 1, started: '' }));
  await expect(ownFolder(folder)).rejects.toMatchObject({ code: 'store/owned' });
  const longAgo = new Date(Date.now() - 600_000);
  await utimes(file, longAgo, longAgo);
  await (await ownFolder(folder)).release();
});

test('a lock that was written half, or not by us, is no owner', async () => {
  await writeFile(path.join(folder, 'owner.3.lock'), '{"host":');
  const owner = await ownFolder(folder);
  expect(await readdir(folder)).toEqual(['owner.4.lock']);
  await owner.release();
});

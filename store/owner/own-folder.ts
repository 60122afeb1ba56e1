import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { StoreProblem } from '../store-problem.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';

/** The right to serve from a data folder. */
export type Ownership = {
  /** Gives it up; the next one may serve at once. */
  readonly release: () => Promise<void>;
};

/** Milliseconds between two signs of life, and after which silence of another machine counts as its end. */
const signEvery = 10_000;
const silence = 120_000;

/** Attempts to take over a folder that several processes reach for at once. */
const attempts = 20;

const lockName = /^owner\.(\d+)\.lock$/;

/**
 * Makes this process the one that serves from a data folder; other commands need no such right. Refused with `store/owned` while
 * the owner lives, however silent. The lock of a dead owner is left behind by number: the successor creates the next number, and of
 * all who try only one can, so that nobody ever removes a lock that somebody has just taken.
 */
export async function ownFolder(dataFolder: string): Promise<Ownership> {
  const folder = path.resolve(dataFolder);
  await mkdir(folder, { recursive: true });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const numbers = await lockNumbers(folder);
    const last = numbers.at(-1) ?? 0;
    const owner = last === 0 ? undefined : await readOwner(lockFile(folder, last));
    if (owner && (await isAlive(folder, lockFile(folder, last), owner))) throw owned(folder, owner);
    if (!(await claim(folder, last + 1))) continue;
    const after = await lockNumbers(folder);
    if (after.at(-1) === last + 1) {
      for (const old of after.slice(0, -1)) await rm(lockFile(folder, old), { force: true });
      return keep(lockFile(folder, last + 1));
    }
    await rm(lockFile(folder, last + 1), { force: true });
  }
  throw owned(folder, undefined);
}

const lockFile = (folder: string, number: number): string => path.join(folder, `owner.${number}.lock`);

async function lockNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => lockName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
}

/** The whole lock appears at once under its name, or somebody else was faster. */
async function claim(folder: string, number: number): Promise<boolean> {
  const draft = path.join(folder, `.owner-${randomUUID()}`);
  await writeFile(draft, JSON.stringify(identify(process.pid)));
  try {
    await link(draft, lockFile(folder, number));
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return false;
    throw problem;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Undefined when the file has gone since it was listed. */
async function readOwner(file: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A process of another machine cannot be looked at: it lives as long as it touches its lock. */
async function isAlive(folder: string, file: string, owner: ProcessIdentity): Promise<boolean> {
  if (owner.host === hostname()) return isRunning(owner);
  const touched = await stat(file).catch(() => undefined);
  return touched !== undefined && (await nowOn(folder)) - touched.mtimeMs < silence;
}

/** The time by the clock of whoever keeps the files, which may be a third machine. */
async function nowOn(folder: string): Promise<number> {
  const probe = path.join(folder, `.owner-${randomUUID()}`);
  await writeFile(probe, '');
  const { mtimeMs } = await stat(probe);
  await rm(probe, { force: true });
  return mtimeMs;
}

function keep(file: string): Ownership {
  const sign = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, signEvery);
  sign.unref();
  return {
    release: async () => {
      clearInterval(sign);
      await rm(file, { force: true });
    },
  };
}

function owned(folder: string, owner: ProcessIdentity | undefined): StoreProblem {
  const who = owner ? `${owner.host}, PID ${owner.pid}` : '?';
  return new StoreProblem('store/owned', {
    zh: `数据文件夹 ${folder} 已由另一个 fuhe serve（${who}）使用`,
    en: `the data folder ${folder} is served by another fuhe serve (${who})`,
  });
}

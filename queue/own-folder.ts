import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { lookAt } from './intake/look.ts';

/** The one server of a data folder; `close` makes room for the next. */
export type Ownership = { readonly close: () => Promise<void> };

/** Who has a data folder: process, when it started (ids are used again), and machine. */
const ownerSchema = z.object({ pid: z.int(), started: z.string(), host: z.string() }).readonly();

export type Owner = z.infer<typeof ownerSchema>;

const lockName = 'server.lock';

/** Milliseconds between two signs of life on the lock, and after which one from another machine counts as left behind. */
const touchEvery = 15_000;
const staleAfter = 90_000;

/** Makes this process the server of a folder, or gives the one that is. A lock whose process is gone is taken over. */
export async function ownFolder(folder: string): Promise<Ownership | Owner> {
  await mkdir(folder, { recursive: true });
  const lock = path.join(folder, lockName);
  for (;;) {
    if (await createLock(lock)) return keep(lock);
    const owner = await readOwner(lock);
    if (owner !== undefined && (await isAlive(owner, lock))) return owner;
    await rm(lock, { force: true });
  }
}

async function createLock(lock: string): Promise<boolean> {
  const owner: Owner = { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname() };
  try {
    const handle = await open(lock, 'wx');
    await handle.writeFile(JSON.stringify(owner)).finally(() => handle.close());
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return false;
    throw problem;
  }
}

function keep(lock: string): Ownership {
  const touch = (): void => void utimes(lock, new Date(), new Date()).catch(() => {});
  const timer = setInterval(touch, touchEvery);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await rm(lock, { force: true });
    },
  };
}

/** Undefined where nothing readable is there: a lock whose writer died in the middle of it. */
async function readOwner(lock: string): Promise<Owner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(lock, 'utf8')));
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, started, host }: Owner, lock: string): Promise<boolean> {
  if (host === hostname()) return started === '' ? isRunning(pid) : startOf(pid) === started;
  const look = await lookAt(lock);
  return look !== undefined && Date.now() - look.modifiedAt < staleAfter;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

/** Field 22 of Linux's `/proc/PID/stat`, in clock ticks since the machine started; undefined elsewhere, or where it is gone. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

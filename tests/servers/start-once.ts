import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A server that a test started: how to reach it, and the process to end. */
export type StartedServer = { readonly url: string; readonly pid: number };

/**
 * Starts a server for all test files of this run: the first that asks starts it in a folder of its own, the others wait for
 * it. `global-setup.ts` ends it.
 */
export async function startOnce(
  name: string,
  start: (folder: string) => Promise<StartedServer>,
): Promise<string> {
  const run = process.env.FUHE_TEST_SERVERS;
  if (run === undefined) throw new Error('tests/servers/global-setup.ts has not run');
  const note = path.join(run, `${name}.json`);
  const folder = path.join(run, name);
  if (claim(folder)) {
    try {
      return announce(note, await start(folder));
    } catch (problem) {
      announce(note, { url: `failed: ${String(problem)}`, pid: 0 });
      throw problem;
    }
  }
  for (;;) {
    const url = readNote(note);
    if (url?.startsWith('failed: ')) throw new Error(url);
    if (url !== undefined) return url;
    await setTimeout(50);
  }
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function announce(note: string, server: StartedServer): string {
  writeFileSync(`${note}.part`, JSON.stringify(server));
  renameSync(`${note}.part`, note);
  return server.url;
}

function readNote(note: string): string | undefined {
  try {
    const { url }: StartedServer = JSON.parse(readFileSync(note, 'utf8'));
    return url;
  } catch {
    return undefined;
  }
}

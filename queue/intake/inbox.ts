import type { Dirent } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';
import { lookAt, undefinedWhenGone } from './look.ts';
import { restLeft, type Sighting, sightAgain } from './settling.ts';
import { isUnfinishedName } from './unfinished-name.ts';

/** A file that lies still in the inbox. */
export type Drop = {
  readonly file: string;
  /** Path below the inbox. */
  readonly relative: string;
  /** Names of the subfolders it lies in, outermost first. */
  readonly tags: readonly string[];
};

/** How a folder is watched. Times are milliseconds. */
export type InboxSettings = {
  readonly folder: string;
  readonly watch: 'events' | 'polling';
  readonly restFor: number;
  readonly pollEvery: number;
  readonly rescanEvery: number;
  /**
   * Takes one file away from the folder. What it leaves there comes again at the next rescan; so does what it rejects with, which
   * goes to `onProblem`.
   */
  readonly take: (drop: Drop) => Promise<void>;
  readonly onProblem: (problem: unknown, file: string) => void;
};

export type Inbox = {
  /** Notices everything that lies there now. */
  readonly rescan: () => Promise<void>;
  /** Stops noticing; resolves once what is being taken has been taken. */
  readonly close: () => Promise<void>;
};

/** Files taken at once: each waits for the disk most of the time. */
const takenAtOnce = 4;

/** Watches a folder and hands over each file once it lies still. */
export async function openInbox(settings: InboxSettings): Promise<Inbox> {
  const { folder, onProblem } = settings;
  await mkdir(folder, { recursive: true });
  const desk = createDesk(settings);
  const watcher = watch(folder, {
    usePolling: settings.watch === 'polling',
    interval: settings.pollEvery,
    followSymlinks: false,
    ignored: (file) => file !== folder && isUnfinishedName(path.basename(file)),
  });
  watcher.on('add', desk.notice).on('change', desk.notice);
  watcher.on('error', (problem) => onProblem(problem, folder));
  const rescan = async (): Promise<void> => {
    try {
      for await (const file of filesBelow(folder)) desk.notice(file);
    } catch (problem) {
      onProblem(problem, folder);
    }
  };
  const timer = setInterval(rescan, settings.rescanEvery);
  return {
    rescan,
    close: async () => {
      clearInterval(timer);
      await watcher.close();
      await desk.close();
    },
  };
}

/** Where noticed files rest until they lie still, and are then taken, a few at once. */
function createDesk({ folder, restFor, take, onProblem }: InboxSettings) {
  const sightings = new Map<string, Sighting>();
  const timers = new Map<string, NodeJS.Timeout>();
  const ready: string[] = [];
  const busy = new Set<Promise<void>>();
  let closed = false;

  const lookAgainIn = (file: string, milliseconds: number): void => {
    timers.set(
      file,
      setTimeout(() => void examine(file), Math.min(milliseconds, restFor)),
    );
  };
  const examine = async (file: string): Promise<void> => {
    const look = await lookAt(file).catch((problem: unknown) => onProblem(problem, file));
    if (closed) return;
    if (look === undefined) return forget(file);
    const sighting = sightAgain(sightings.get(file), look, Date.now());
    sightings.set(file, sighting);
    const left = restLeft(sighting, restFor, Date.now());
    if (left > 0) return lookAgainIn(file, left);
    ready.push(file);
    takeSome();
  };
  const forget = (file: string): void => {
    sightings.delete(file);
    timers.delete(file);
  };
  const takeSome = (): void => {
    while (busy.size < takenAtOnce && !closed) {
      const file = ready.shift();
      if (file === undefined) return;
      const taking: Promise<void> = take(dropOf(folder, file))
        .catch((problem: unknown) => onProblem(problem, file))
        .finally(() => {
          busy.delete(taking);
          forget(file);
          takeSome();
        });
      busy.add(taking);
    }
  };
  return {
    notice: (file: string): void => {
      if (closed || timers.has(file)) return;
      lookAgainIn(file, 0);
    },
    close: async (): Promise<void> => {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(busy);
    },
  };
}

function dropOf(folder: string, file: string): Drop {
  const relative = path.relative(folder, file);
  return { file, relative, tags: relative.split(path.sep).slice(0, -1) };
}

/** All files below a folder that somebody may mean to hand in; a folder that went away meanwhile holds none. */
export async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries: readonly Dirent[] =
    (await readdir(folder, { withFileTypes: true }).catch(undefinedWhenGone)) ?? [];
  for (const entry of entries) {
    if (isUnfinishedName(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(full);
    else if (entry.isFile()) yield full;
  }
}

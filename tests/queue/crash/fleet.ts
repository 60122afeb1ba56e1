import { mkdirSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '../../../store/open-store.ts';
import { type FuheProcess, startFuhe } from '../../cli/service/fuhe-process.ts';
import { type MortalRedis, startMortalRedis } from '../../servers/mortal-redis.ts';
import { createDatabase } from '../../servers/postgres.ts';
import { tableText } from '../store-for-test.ts';

/** Where a fleet keeps its record and what brings tickets to its workers. */
export type FleetKind = {
  readonly runner: 'inline' | 'bullmq';
  readonly database: 'sqlite' | 'postgres';
  readonly workers: number;
};

/** Programs as they run in production, each its own process, with short leases so that a test need not wait for minutes. */
export type Fleet = {
  readonly folder: string;
  readonly store: Store;
  readonly members: readonly Member[];
  /** Puts a table into the drop folder in the way that careful programs do: under another name first. */
  readonly drop: (number: number) => void;
  /** Names below the inbox, and below `done`. */
  readonly inbox: () => readonly string[];
  readonly done: () => readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

/** Something that can be killed and started again. */
export type Member = {
  readonly name: string;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
};

export async function openFleet({ runner, database, workers }: FleetKind): Promise<Fleet> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-fleet-'));
  const dataFolder = path.join(folder, 'data');
  const scratch = database === 'postgres' ? await createDatabase() : undefined;
  const redis = runner === 'bullmq' ? await startMortalRedis() : undefined;
  const environment = {
    FUHE_DATA: dataFolder,
    FUHE_LEASE_SECONDS: '3',
    FUHE_RECONCILE_SECONDS: '1',
    FUHE_INBOX_SETTLE_SECONDS: '0.1',
    FUHE_CHECK_WORKERS: '1',
    FUHE_LOG: 'warn',
    ...(scratch === undefined ? {} : { DATABASE_URL: scratch.url }),
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
  };
  mkdirSync(path.join(dataFolder, 'inbox'), { recursive: true });
  const store = await openStore({
    dataFolder,
    engine: 'tests',
    ...(scratch === undefined ? {} : { databaseUrl: scratch.url }),
  });
  const inline = ['serve', '--port', '0'];
  const programs = [
    member('serve', redis === undefined ? inline : [...inline, '--queues', 'none'], environment),
    ...Array.from({ length: workers }, (_, index) => member(`worker ${index + 1}`, ['worker'], environment)),
  ];
  await Promise.all(programs.map((program) => program.start()));
  const members = [...programs, ...(redis === undefined ? [] : [redisMember(redis)])];
  return {
    folder,
    store,
    members,
    environment,
    drop: (number) => {
      const file = path.join(dataFolder, 'inbox', `表${number}.md`);
      writeFileSync(`${file}.part`, tableText(number));
      renameSync(`${file}.part`, file);
    },
    inbox: () => namesIn(path.join(dataFolder, 'inbox')),
    done: () => namesIn(path.join(dataFolder, 'done')),
    close: async () => {
      for (const { kill } of members) await kill();
      await redis?.stop();
      await store.close();
      await scratch?.drop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

function member(name: string, args: readonly string[], environment: Fleet['environment']): Member {
  let program: FuheProcess | undefined;
  return {
    name,
    kill: async () => {
      await program?.end('SIGKILL');
    },
    start: async () => {
      program = startFuhe(args, environment);
    },
  };
}

function redisMember(redis: MortalRedis): Member {
  return { name: 'redis', kill: redis.kill, start: redis.start };
}

/** Names of everything below a folder; none where it is not there. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String);
  } catch {
    return [];
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { engineVersion } from '../../../pipeline/engine-version.ts';
import { createScratchSchema } from '../../../store/database/scratch-schema.ts';
import { openStore, type Store } from '../../../store/open-store.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { RecordOptions } from '../open-record.ts';

/** A new, empty record to measure with: nothing that is in use is touched. */
export type BenchRecord = {
  readonly store: Store;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
};

/** Opens a record in a temporary folder, on the database that is configured in a schema of its own; removes both at the end. */
export async function withBenchRecord(
  { config: file }: RecordOptions,
  use: (record: BenchRecord) => Promise<void>,
): Promise<void> {
  const config = await loadConfig({ file, environment: process.env, folder: process.cwd() });
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'fuhe-bench-'));
  const schema =
    config.databaseUrl === undefined
      ? undefined
      : await createScratchSchema(config.databaseUrl, 'fuhe_bench');
  try {
    const store = await openStore({
      dataFolder,
      engine: engineVersion,
      ...(schema === undefined ? {} : { databaseUrl: schema.url }),
    });
    try {
      await use({ store, dataFolder, databaseUrl: schema?.url, redisUrl: config.redisUrl });
    } finally {
      await store.close();
    }
  } finally {
    await schema?.drop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** What a measurement was made with, for its line of output. */
export function kindOf({ databaseUrl, redisUrl }: BenchRecord) {
  return {
    runner: redisUrl === undefined ? 'inline' : 'bullmq',
    database: databaseUrl === undefined ? 'sqlite' : 'postgres',
  };
}

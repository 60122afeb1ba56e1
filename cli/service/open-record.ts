import type { Language } from '../../model/localized.ts';
import { engineVersion } from '../../pipeline/engine-version.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { StoreProblem } from '../../store/store-problem.ts';
import { CallProblem } from '../call-problem.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';

/** The options that every command on the record has. */
export type RecordOptions = {
  readonly config?: string;
  /** Absent: as configured. */
  readonly lang?: Language;
};

export type OpenRecord = {
  readonly config: LoadedConfig;
  readonly store: Store;
  readonly language: Language;
};

/** The configuration and the store that it names. Rejects with a `CallProblem` where either cannot be used. */
export async function openRecord({ config: file, lang }: RecordOptions): Promise<OpenRecord> {
  const config = await loadConfig({ file, environment: process.env, folder: process.cwd() });
  const { dataFolder, databaseUrl } = config;
  try {
    const store = await openStore({
      dataFolder,
      engine: engineVersion,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    });
    return { config, store, language: lang ?? config.language };
  } catch (problem) {
    if (problem instanceof StoreProblem) throw new CallProblem(problem.sentence);
    throw problem;
  }
}

/** Runs something on the record and closes it whatever happens. */
export async function withRecord<T>(
  options: RecordOptions,
  use: (record: OpenRecord) => Promise<T>,
): Promise<T> {
  const record = await openRecord(options);
  try {
    return await use(record);
  } finally {
    await record.store.close();
  }
}

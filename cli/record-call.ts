import type { Language } from '../model/localized.ts';
import { engineVersion } from '../pipeline/engine-version.ts';
import type { StoreOptions } from '../store/open-store.ts';
import { StoreProblem } from '../store/store-problem.ts';
import { CallProblem } from './call-problem.ts';
import { loadConfig } from './config/load-config.ts';
import type { RecordOptions } from './service/open-record.ts';

/** Runs a command on the store that the configuration names; what stands in its way is said in one sentence. */
export async function callRecord<Answer>(
  { config: file, lang }: RecordOptions,
  run: (options: StoreOptions, language: Language) => Promise<Answer>,
): Promise<Answer> {
  const config = await loadConfig({ file, environment: process.env, folder: process.cwd() });
  const { dataFolder, databaseUrl } = config;
  const place = { dataFolder, engine: engineVersion, ...(databaseUrl !== undefined && { databaseUrl }) };
  try {
    return await run(place, lang ?? config.language);
  } catch (problem) {
    if (problem instanceof StoreProblem) throw new CallProblem(problem.sentence);
    throw problem;
  }
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Localized } from '../../model/localized.ts';
import { CallProblem } from '../call-problem.ts';
import { type ConfigText, readConfigText } from './config-text.ts';
import { describeIssue } from './describe-issue.ts';
import { type GivenByEnvironment, readEnvironment } from './from-environment.ts';
import { type Config, configSchema } from './schema.ts';

/** Where the configuration may come from. */
export type ConfigSources = {
  /** The file that the caller named; it must exist. */
  readonly file?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
};

/** A configuration with every folder in its place. */
export type LoadedConfig = Config & {
  readonly inbox: { readonly folder: string; readonly done: string; readonly failed: string };
};

const usualName = 'fuhe.config.json';

/**
 * The configuration of this call: the file (`--config`, else `FUHE_CONFIG`, else `fuhe.config.json` here, else nothing), and
 * over it the environment. Folders come back absolute: those of the file from where it stands, others from `folder`.
 * Rejects with a `CallProblem` that names the line and key, or the variable.
 */
export async function loadConfig({ file, environment, folder }: ConfigSources): Promise<LoadedConfig> {
  const named = file ?? (environment.FUHE_CONFIG || undefined);
  const place = path.resolve(folder, named ?? usualName);
  const text = await readText(place, named === undefined ? 'optional' : 'required');
  const written = readConfigText(text);
  if (!('lineOf' in written))
    throw new CallProblem({
      zh: `${place}:${written.line} 不是有效的 JSON（${written.what}）`,
      en: `${place}:${written.line} is not valid JSON (${written.what})`,
    });
  const given = readEnvironment(environment);
  const parsed = configSchema.safeParse(overlay(written.value, given));
  if (!parsed.success) throw new CallProblem(describe(parsed.error, { place, written, given }));
  return withAbsoluteFolders(parsed.data, { place, given, folder });
}

async function readText(file: string, need: 'required' | 'optional'): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
    if (need === 'optional' && code === 'ENOENT') return '{}';
    throw new CallProblem({
      zh: `无法读取配置文件 ${file}（${code}）`,
      en: `the configuration ${file} cannot be read (${code})`,
    });
  }
}

function overlay(value: unknown, given: readonly GivenByEnvironment[]): unknown {
  return given.reduce((below, { path: steps, value: top }) => put(below, steps, top), value);
}

function put(below: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  // A file that is no object at all is complained about by the schema.
  if (below !== undefined && (typeof below !== 'object' || below === null || Array.isArray(below)))
    return below;
  return { ...below, [step]: put(below === undefined ? undefined : Reflect.get(below, step), rest, value) };
}

type Whence = {
  readonly place: string;
  readonly written: ConfigText;
  readonly given: readonly GivenByEnvironment[];
};

function describe(error: z.ZodError, whence: Whence): Localized {
  const sentences = error.issues.flatMap((issue) =>
    pathsOf(issue).map((keyPath) => {
      const where = placeOf(keyPath, whence);
      const { zh, en } = describeIssue(issue);
      return { zh: `${where.zh}${zh}`, en: `${where.en}${en}` };
    }),
  );
  return {
    zh: `配置有误\n${sentences.map(({ zh }) => `  ${zh}`).join('\n')}`,
    en: `the configuration is wrong\n${sentences.map(({ en }) => `  ${en}`).join('\n')}`,
  };
}

/** Unknown keys are reported at the group that holds them; each is named by itself. */
function pathsOf(issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] {
  if (issue.code !== 'unrecognized_keys') return [issue.path];
  return issue.keys.map((name) => [...issue.path, name]);
}

function placeOf(keyPath: readonly PropertyKey[], { place, written, given }: Whence): Localized {
  const name = keyPath.map(String).join('.') || '{}';
  const variable = given.find(({ path: steps }) => steps.every((step, index) => keyPath[index] === step));
  if (variable !== undefined)
    return {
      zh: `环境变量 ${variable.variable}（${name}）：`,
      en: `environment variable ${variable.variable} (${name}): `,
    };
  const line = written.lineOf(keyPath);
  const where = line === undefined ? place : `${place}:${line}`;
  return { zh: `${where} ${name}：`, en: `${where} ${name}: ` };
}

function withAbsoluteFolders(
  config: Config,
  { place, given, folder }: Pick<Whence, 'place' | 'given'> & { readonly folder: string },
): LoadedConfig {
  const from = (...steps: readonly string[]): string =>
    given.some(({ path: known }) => known.join('.') === steps.join('.')) ? folder : path.dirname(place);
  const dataFolder = path.resolve(from('dataFolder'), config.dataFolder);
  const placed = (name: 'folder' | 'done' | 'failed', usual: string): string => {
    const given = config.inbox[name];
    return given === undefined ? usual : path.resolve(from('inbox', name), given);
  };
  const inbox = placed('folder', path.join(dataFolder, 'inbox'));
  const beside = path.dirname(inbox);
  return {
    ...config,
    dataFolder,
    crawl: {
      ...config.crawl,
      sitesFolder: path.resolve(from('crawl', 'sitesFolder'), config.crawl.sitesFolder),
    },
    inbox: {
      ...config.inbox,
      folder: inbox,
      done: placed('done', path.join(beside, 'done')),
      failed: placed('failed', path.join(beside, 'failed')),
    },
  };
}

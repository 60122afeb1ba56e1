import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Site, siteSchema } from '../../crawl/site.ts';
import type { Localized } from '../../model/localized.ts';
import { CallProblem } from '../call-problem.ts';
import { readConfigText } from '../config/config-text.ts';
import { describeIssue } from '../config/describe-issue.ts';
import type { LoadedConfig } from '../config/load-config.ts';

/** All sites that are described, and everything that is wrong with the files of sites. */
export type LoadedSites = { readonly sites: readonly Site[]; readonly problems: readonly Localized[] };

/** Reads the sites of the configuration and of `sites/*.json`. Names must differ. */
export async function readSites({ sites, crawl }: LoadedConfig): Promise<LoadedSites> {
  const files = await siteFiles(crawl.sitesFolder);
  const read = await Promise.all(files.map(readSite));
  const all = [...sites, ...read.flatMap((each) => ('site' in each ? [each.site] : []))];
  const names = all.map(({ name }) => name);
  const doubled = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    zh: `有两个站点都叫 ${name}`,
    en: `two sites are called ${name}`,
  }));
  return {
    sites: all,
    problems: [...read.flatMap((each) => ('site' in each ? [] : each.problems)), ...doubled],
  };
}

/** The sites, for commands that need them; rejects with a `CallProblem` that names file, line and key. */
export async function loadSites(config: LoadedConfig): Promise<readonly Site[]> {
  const { sites, problems } = await readSites(config);
  if (problems.length === 0) return sites;
  throw new CallProblem({
    zh: `站点配置有误\n${problems.map(({ zh }) => `  ${zh}`).join('\n')}`,
    en: `the description of a site is wrong\n${problems.map(({ en }) => `  ${en}`).join('\n')}`,
  });
}

async function siteFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name));
}

type ReadSite = { readonly site: Site } | { readonly problems: readonly Localized[] };

async function readSite(file: string): Promise<ReadSite> {
  const written = readConfigText(await readFile(file, 'utf8'));
  if (!('lineOf' in written)) {
    const where = `${file}:${written.line}`;
    return {
      problems: [
        {
          zh: `${where} 不是有效的 JSON（${written.what}）`,
          en: `${where} is not valid JSON (${written.what})`,
        },
      ],
    };
  }
  const parsed = siteSchema.safeParse(written.value);
  if (parsed.success) return { site: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((keys) => {
      const line = written.lineOf(keys);
      const where = `${line === undefined ? file : `${file}:${line}`} ${keys.map(String).join('.') || '{}'}`;
      const { zh, en } = describeIssue(issue);
      return { zh: `${where}：${zh}`, en: `${where}: ${en}` };
    });
  });
  return { problems };
}

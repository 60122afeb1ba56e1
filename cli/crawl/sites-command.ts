import { nextRun } from '../../crawl/schedule.ts';
import { type Site, siteHosts } from '../../crawl/site.ts';
import type { Language } from '../../model/localized.ts';
import { loadConfig } from '../config/load-config.ts';
import { exitStatus } from '../exit-status.ts';
import { readSites } from './load-sites.ts';

export type SitesOptions = { readonly config?: string; readonly lang?: Language };

/** Checks how the sites are described, and lists them with their next start. Fetches nothing. */
export async function sitesCheckCommand({ config: file, lang }: SitesOptions): Promise<number> {
  const config = await loadConfig({ file, environment: process.env, folder: process.cwd() });
  const language = lang ?? config.language;
  const { sites, problems } = await readSites(config);
  for (const site of sites) process.stdout.write(`${describeSite(site, language)}\n`);
  for (const problem of problems) process.stderr.write(`fuhe: ${problem[language]}\n`);
  if (config.crawl.contact === undefined) process.stderr.write(`fuhe: ${noContact[language]}\n`);
  const count = {
    zh: `站点 ${sites.length} 个，问题 ${problems.length} 处`,
    en: `${sites.length} sites, ${problems.length} problems`,
  };
  process.stdout.write(`${count[language]}\n`);
  return problems.length === 0 ? exitStatus.fine : exitStatus.unreadable;
}

/** A crawler that nobody can write to gets blocked. */
export const noContact = {
  zh: '请在配置里写明 crawl.contact（或设 FUHE_CRAWL_CONTACT）：网站管理员需要知道如何联系你',
  en: 'set crawl.contact (or FUHE_CRAWL_CONTACT): operators of sites must be able to reach you',
};

function describeSite(site: Site, language: Language): string {
  const { name, schedule } = site;
  const next = schedule && nextRun({ name, schedule }, new Date());
  const when = next?.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: schedule?.timeZone ?? 'UTC',
  });
  const start =
    when === undefined ? { zh: '不定时', en: 'not scheduled' } : { zh: `下次 ${when}`, en: `next ${when}` };
  return `${name}  ${siteHosts(site).join(', ')}  ${start[language]}`;
}

import { memoryInProcess } from '../../crawl/memory/memory-in-process.ts';
import { openMeans } from '../../crawl/open-means.ts';
import type { CrawlMeans } from '../../crawl/run/crawl-settings.ts';
import { type CrawlResult, crawlSite } from '../../crawl/run/crawl-site.ts';
import type { Site } from '../../crawl/site.ts';
import type { Language } from '../../model/localized.ts';
import { engineVersion } from '../../pipeline/engine-version.ts';
import { crawlIntoStore } from '../../queue/crawl/crawl-stage.ts';
import { CallProblem } from '../call-problem.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { exitStatus } from '../exit-status.ts';
import { withRecord } from '../service/open-record.ts';
import { describeOutcome, describeStep } from './describe-step.ts';
import { loadSites } from './load-sites.ts';
import { noContact } from './sites-command.ts';

export type CrawlOptions = { readonly config?: string; readonly lang?: Language; readonly dryRun?: true };

/** Crawls a site now, whatever its schedule says; `--dry-run` visits pages only and keeps nothing. */
export async function crawlCommand(name: string, options: CrawlOptions): Promise<number> {
  const config = await loadConfig({ file: options.config, environment: process.env, folder: process.cwd() });
  const language = options.lang ?? config.language;
  const site = await siteNamed(name, config);
  const { contact, allowPrivate } = config.crawl;
  if (contact === undefined) throw new CallProblem(noContact);
  const means = openMeans({ version: engineVersion, contact, allowPrivate });
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const run = { site, means, language, signal: stop.signal };
    return options.dryRun ? await dryRun(run) : await keepRun(run, options);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await means.close();
  }
}

async function siteNamed(name: string, config: LoadedConfig): Promise<Site> {
  const sites = await loadSites(config);
  const site = sites.find((each) => each.name === name);
  if (site !== undefined) return site;
  const known = sites.map((each) => each.name).join('、') || '—';
  throw new CallProblem({
    zh: `没有站点 ${name}；已有：${known}`,
    en: `there is no site ${name}; known: ${known}`,
  });
}

type Run = {
  readonly site: Site;
  readonly means: CrawlMeans;
  readonly language: Language;
  readonly signal: AbortSignal;
};

async function dryRun({ site, means, language, signal }: Run): Promise<number> {
  const result = await crawlSite({
    site,
    means,
    signal,
    memory: memoryInProcess(),
    files: 'list',
    now: () => new Date(),
    onDocument: async () => {},
    onWithdrawn: async () => {},
    onStep: (step) => process.stdout.write(describeStep(step, language, 'dry-run')),
  });
  process.stdout.write(describeOutcome(result.outcome, result.totals, language));
  return statusOf(result.outcome);
}

async function keepRun({ site, means, language, signal }: Run, options: CrawlOptions): Promise<number> {
  return withRecord(options, async ({ store, config }) => {
    let totals: CrawlResult['totals'] | undefined;
    const outcome = await crawlIntoStore(
      site,
      {
        store,
        means,
        worker: `crawl:${process.pid}`,
        leaseFor: config.leaseSeconds * 1000,
        now: () => new Date(),
        onStep: (_, step) => {
          totals = step.totals;
          process.stdout.write(describeStep(step, language, 'crawl'));
        },
      },
      signal,
    );
    process.stdout.write(describeOutcome(outcome, totals, language));
    return statusOf(outcome);
  });
}

function statusOf(outcome: CrawlResult['outcome'] | 'busy'): number {
  if (outcome === 'stopped') return exitStatus.interrupted;
  return outcome === 'dead' || outcome === 'busy' ? exitStatus.unreadable : exitStatus.fine;
}

import { type Command, Option } from 'commander';
import type { Localized } from '../../model/localized.ts';
import { both, helpWords } from '../words.ts';
import type { CrawlOptions } from './crawl-command.ts';
import type { SitesOptions } from './sites-command.ts';

const help = {
  crawl: { zh: '立即巡查一个站点，新文件收进记录', en: 'crawl a site now and keep what is new' },
  site: { zh: '站点名', en: 'name of the site' },
  dryRun: {
    zh: '只看页面不下载文件：列出将下载什么、其余为何跳过',
    en: 'visit pages only: show what would be fetched and why the rest is skipped',
  },
  sites: { zh: '检查站点配置（check），列出各站下次巡查时间', en: 'check how sites are described' },
  config: { zh: '配置文件', en: 'configuration file' },
} as const satisfies Record<string, Localized>;

/** The commands on sites; each loads what it needs only when it is called. */
export function addCrawlCommands(program: Command, giveStatus: (status: number) => void): void {
  command(program, 'crawl', both(help.crawl))
    .argument('<site>', both(help.site))
    .option('--dry-run', both(help.dryRun))
    .action(async (site: string, options: CrawlOptions) => {
      const { crawlCommand } = await import('./crawl-command.ts');
      giveStatus(await crawlCommand(site, options));
    });
  const sites = command(program, 'sites', both(help.sites));
  sites
    .addArgument(sites.createArgument('<action>').choices(['check']))
    .action(async (_: string, options: SitesOptions) => {
      const { sitesCheckCommand } = await import('./sites-command.ts');
      giveStatus(await sitesCheckCommand(options));
    });
}

function command(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--config <file>', both(help.config))
    .addOption(new Option('--lang <language>', both(helpWords.lang)).choices(['zh', 'en']))
    .helpOption('-h, --help', both(helpWords.help));
}

import { skipReasons } from '../../crawl/discover/skip-reasons.ts';
import type { CrawlStep, RunTotals } from '../../crawl/memory/crawl-memory.ts';
import type { Language, Localized } from '../../model/localized.ts';
import type { CrawlOutcome } from '../../queue/crawl/crawl-stage.ts';

/** Lines for one step of a crawl: what came of the address, what would be fetched, and why the rest is left out. */
export function describeStep(step: CrawlStep, language: Language, mode: 'crawl' | 'dry-run'): string {
  const { entry, outcome, found, skipped } = step;
  const why = outcome.refusal === undefined ? '' : `  ${outcome.refusal.message[language]}`;
  const what = outcomeWords[outcome.document ?? outcome.kind];
  const files = mode === 'dry-run' ? found.filter(({ kind }) => kind === 'file') : [];
  return [
    line(what[language], entry) + why,
    ...files.map((file) => line(wouldFetch[language], file)),
    ...skipped.map((each) => `${line(left[language], each)}  ${reasonOf(each.reason, language)}`),
    '',
  ].join('\n');
}

const outcomeWords = {
  new: { zh: '新文件', en: 'new' },
  changed: { zh: '有变动', en: 'changed' },
  fetched: { zh: '已抓取', en: 'fetched' },
  unchanged: { zh: '未变动', en: 'unchanged' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
  refused: { zh: '跳过', en: 'skipped' },
  failed: { zh: '失败', en: 'failed' },
  postponed: { zh: '稍后重试', en: 'later' },
} as const satisfies Record<string, Localized>;

const wouldFetch: Localized = { zh: '将下载', en: 'would fetch' };
const left: Localized = { zh: '跳过', en: 'skipped' };

function line(what: string, { url, label }: { readonly url: string; readonly label: string }): string {
  // What a page calls a link may hold anything; a terminal shows it on one line and obeys none of it.
  return `${what}\t${url}\t${label.replace(/\p{C}+/gu, ' ')}`;
}

function reasonOf(reason: string, language: Language): string {
  const known: Readonly<Record<string, Localized>> = skipReasons;
  return known[reason]?.[language] ?? reason;
}

const endings: Readonly<Record<CrawlOutcome, Localized>> = {
  complete: { zh: '完成', en: 'complete' },
  budget: { zh: '预算用完', en: 'budget used up' },
  dead: { zh: '站点无法访问', en: 'the site does not answer' },
  stopped: { zh: '已停止，下次接着进行', en: 'stopped, goes on next time' },
  busy: { zh: '别处正在巡查这个站点', en: 'the site is being crawled elsewhere' },
};

/** One line on how a run went. */
export function describeOutcome(
  outcome: CrawlOutcome,
  totals: RunTotals | undefined,
  language: Language,
): string {
  const ending = endings[outcome][language];
  if (totals === undefined) return `${ending}\n`;
  const { pages, files, unchanged, newDocuments, changedDocuments, withdrawnDocuments, skipped } = totals;
  const counts = {
    zh: `页面 ${pages}，文件 ${files}，未变动 ${unchanged}；新 ${newDocuments}，变动 ${changedDocuments}，撤下 ${withdrawnDocuments}；跳过 ${skipped}`,
    en: `${pages} pages, ${files} files, ${unchanged} unchanged; ${newDocuments} new, ${changedDocuments} changed, ${withdrawnDocuments} withdrawn; ${skipped} skipped`,
  };
  return `${ending}${language === 'zh' ? '：' : ': '}${counts[language]}\n`;
}

import { type Localized, localizedSchema } from '../../model/localized.ts';
import { readRunSummary, skipReasonInWords } from '../../queue/crawl/read-records.ts';
import { html, type Markup } from '../../reports/html/markup.ts';
import { visibleLine } from '../../reports/visible-text.ts';
import type { AlertRecord, CrawlLogEntry, FinishedRunRecord } from '../../store/crawl/crawl-records.ts';
import type { Visit } from '../route.ts';
import { flag, wordsOf } from './layout.ts';
import { showTime } from './show-time.ts';

export type SitesView = {
  readonly sites: readonly string[];
  readonly site: string | undefined;
  readonly runs: readonly FinishedRunRecord[];
  readonly log: readonly CrawlLogEntry[];
  readonly alerts: readonly AlertRecord[];
};

/** One site at a time: its crawls, and what became of each address. */
export function sitesBody(visit: Visit, { sites, site, runs, log, alerts }: SitesView): Markup {
  const { operation } = wordsOf(visit);
  const head = html`<div class="head"><h1>${operation.sites}</h1></div>`;
  if (site === undefined) return html`${head}<div class="empty"><b>${operation.noSites}</b></div>`;
  const choice = html`<ul class="views">${sites.map((name) => html`<li><a href="/operation/sites?${new URLSearchParams({ site: name }).toString()}"${flag(name === site, 'aria-current="true"')}>${visibleLine(name)}${alerts.some((alert) => alert.site === name) ? ' !' : ''}</a></li>`)}</ul>`;
  return html`${head}${choice}<section class="panel"><h2>${operation.runs}</h2>${runTable(visit, runs)}</section><section class="panel"><h2>${operation.skipped}</h2>${logTable(visit, log)}</section>`;
}

function runTable(visit: Visit, runs: readonly FinishedRunRecord[]): Markup {
  const { crawlColumns: columns, runEndings, noRuns } = wordsOf(visit).operation;
  if (runs.length === 0) return html`<p class="soft">${noRuns}</p>`;
  return html`<table><thead><tr><th scope="col">${columns.started}</th><th scope="col">${columns.ended}</th><th scope="col">${columns.outcome}</th><th scope="col" class="n">${columns.fetched}</th><th scope="col" class="n">${columns.found}</th><th scope="col" class="n">${columns.fresh}</th><th scope="col" class="n">${columns.skipped}</th></tr></thead><tbody>${runs.map(
    ({ startedAt, finishedAt, summary }) => {
      const read = readRunSummary(summary);
      const totals = read?.totals;
      const changed = totals && totals.newDocuments + totals.changedDocuments;
      return html`<tr><td>${showTime(startedAt)}</td><td>${showTime(finishedAt)}</td><td>${read === undefined ? '–' : runEndings[read.outcome]}</td><td class="n">${totals?.pages ?? '–'}</td><td class="n">${totals?.files ?? '–'}</td><td class="n">${changed ?? '–'}</td><td class="n">${totals?.skipped ?? '–'}</td></tr>`;
    },
  )}</tbody></table>`;
}

function logTable(visit: Visit, log: readonly CrawlLogEntry[]): Markup {
  const { crawlColumns: columns, columns: shared, outcomes, noLog } = wordsOf(visit).operation;
  if (log.length === 0) return html`<p class="soft">${noLog}</p>`;
  const known: Readonly<Record<string, string>> = outcomes;
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${columns.url}</th><th scope="col">${shared.state}</th><th scope="col">${columns.why}</th></tr></thead><tbody>${log.map(
    ({ url, label, outcome, reason, detail }) =>
      html`<tr><td>${visibleLine(label)}<div class="meta">${visibleLine(url)}</div></td><td class="nowrap">${known[outcome] ?? visibleLine(outcome)}</td><td>${why(reason, detail)?.[visit.look.language]} ${reason === undefined ? undefined : html`<code class="meta">${visibleLine(reason)}</code>`}</td></tr>`,
  )}</tbody></table></div>`;
}

/** A reason of the crawler's own, or the sentence that came with a refusal. */
function why(reason: string | undefined, detail: unknown): Localized | undefined {
  return (
    (reason === undefined ? undefined : skipReasonInWords(reason)) ?? localizedSchema.safeParse(detail).data
  );
}

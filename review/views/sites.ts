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
  const { crawlColumns } = operation;
  const head = html`<div class="head"><h1>${operation.sites}</h1></div>`;
  if (site === undefined) return html`${head}<div class="empty"><b>${operation.noSites}</b></div>`;
  const choice = html`<ul class="views">${sites.map((name) => html`<li><a href="/operation/sites?${new URLSearchParams({ site: name }).toString()}"${flag(name === site, 'aria-current="true"')}>${visibleLine(name)}${alerts.some((alert) => alert.site === name) ? ' !' : ''}</a></li>`)}</ul>`;
  const runTable = html`<section class="panel"><h2>${operation.runs}</h2><table><thead><tr><th scope="col">${crawlColumns.started}</th><th scope="col">${crawlColumns.ended}</th></tr></thead><tbody>${runs.map(({ startedAt, finishedAt }) => html`<tr><td>${showTime(startedAt)}</td><td>${showTime(finishedAt)}</td></tr>`)}</tbody></table></section>`;
  const logTable = html`<section class="panel"><h2>${operation.skipped}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${crawlColumns.url}</th><th scope="col">${operation.columns.state}</th><th scope="col">${crawlColumns.why}</th></tr></thead><tbody>${log.map(({ url, label, outcome, reason }) => html`<tr><td>${visibleLine(label)}<div class="meta">${visibleLine(url)}</div></td><td>${outcome}</td><td>${reason ?? ''}</td></tr>`)}</tbody></table></div></section>`;
  return html`${head}${choice}${runTable}${logTable}`;
}

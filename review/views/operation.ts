import type { QueueStatus } from '../../queue/runner.ts';
import { html, type Markup } from '../../reports/html/markup.ts';
import { visibleLine } from '../../reports/visible-text.ts';
import type { AuditEntry } from '../../store/audit/audit.ts';
import type { AlertRecord } from '../../store/crawl/crawl-records.ts';
import type { DeadLetter, StageCount, StageState } from '../../store/ledger/ledger.ts';
import type { Worker } from '../../store/workers/workers.ts';
import type { Visit } from '../route.ts';
import type { ReviewWords } from '../words/words.ts';
import { formToken, wordsOf } from './layout.ts';
import { showTime } from './show-time.ts';

export type OperationView = {
  readonly queues: readonly QueueStatus[];
  readonly counts: readonly StageCount[];
  readonly ended: readonly { readonly state: StageState; readonly count: number }[];
  readonly workers: readonly Worker[];
  readonly dead: readonly DeadLetter[];
  readonly alerts: readonly AlertRecord[];
  readonly audit: readonly AuditEntry[];
};

/** Queues, workers, what failed, what the crawler warns of, who did what. */
export function operationBody(visit: Visit, view: OperationView): Markup {
  const own = wordsOf(visit);
  const { operation } = own;
  const done = view.ended.filter(({ state }) => state === 'done').reduce((sum, { count }) => sum + count, 0);
  return html`<div class="head"><h1>${operation.title}</h1><span class="soft">${operation.ended(String(done))}</span><span class="aside"><a class="button" href="/operation/sites">${operation.sites}</a></span></div>
<div class="two"><section class="panel"><h2>${operation.queues}</h2>${queueTable(view.queues, visit, own)}${countTable(view.counts, own)}</section>
<section class="panel"><h2>${operation.workers}</h2>${workerList(view.workers, own)}${alertList(view.alerts, own)}</section></div>
<section class="panel"><h2>${operation.dead} ${view.dead.length}</h2>${deadTable(view.dead, visit, own)}</section>
<section class="panel"><h2>${operation.audit}</h2>${auditTable(view.audit, own)}</section>`;
}

function queueTable(
  queues: readonly QueueStatus[],
  visit: Visit,
  { operation }: ReviewWords,
): Markup | undefined {
  if (queues.length === 0) return undefined;
  return html`<table><tbody>${queues.map(({ queue, waiting, active, state, workers }) => {
    const isPaused = state === 'paused';
    return html`<tr><th scope="row">${queue}</th><td><span class="tag ${isPaused ? 'doubt' : 'good'}">${isPaused ? '‖' : '▶'} ${isPaused ? operation.paused : operation.running}</span></td><td>${operation.state.waiting} ${waiting} · ${operation.state.running} ${active} · ${operation.workers} ${workers}</td><td><form method="post" action="/operation/queues">${formToken(visit)}<input type="hidden" name="queue" value="${queue}"><button name="act" value="${isPaused ? 'resume' : 'pause'}">${isPaused ? operation.resume : operation.pause}</button></form></td></tr>`;
  })}</tbody></table>`;
}

function countTable(counts: readonly StageCount[], { operation }: ReviewWords): Markup {
  const { columns } = operation;
  return html`<table><thead><tr><th scope="col">${columns.stage}</th><th scope="col">${columns.state}</th><th scope="col" class="n">${columns.count}</th><th scope="col">${columns.oldest}</th></tr></thead><tbody>${counts.map(({ stage, state, count, oldest }) => html`<tr><td>${operation.stage[stage]}</td><td>${operation.state[state]}</td><td class="n">${count}</td><td class="meta">${oldest === undefined ? '–' : showTime(oldest)}</td></tr>`)}</tbody></table>`;
}

function workerList(workers: readonly Worker[], { operation }: ReviewWords): Markup {
  if (workers.length === 0) return html`<p class="soft">${operation.nobody}</p>`;
  return html`<table><tbody>${workers.map(({ host, pid, queues, doing, seenAt }) => html`<tr><td>${host}:${pid}<div class="meta">${queues.join(', ')}</div></td><td>${doing.map((sha256) => html`<a href="/documents/${sha256}"><code>${sha256.slice(0, 12)}</code></a> `)}</td><td class="meta">${showTime(seenAt)}</td></tr>`)}</tbody></table>`;
}

function alertList(alerts: readonly AlertRecord[], { operation }: ReviewWords): Markup | undefined {
  if (alerts.length === 0) return undefined;
  return html`<h2>${operation.alerts}</h2>${alerts.map(({ site, kind, raisedAt }) => html`<p class="note is-doubt">${visibleLine(site)} · ${kind} <span class="meta">${showTime(raisedAt)}</span></p>`)}`;
}

function deadTable(dead: readonly DeadLetter[], visit: Visit, own: ReviewWords): Markup {
  const { operation } = own;
  if (dead.length === 0) return html`<p class="soft">${operation.noDead}</p>`;
  return html`<table><thead><tr><th scope="col">${operation.file}</th><th scope="col">${operation.columns.stage}</th><th scope="col">${operation.reason}</th><th></th></tr></thead><tbody>${dead.map(({ id, sha256, name, stage, attempts, failure }) => html`<tr><td><a href="/documents/${sha256}">${visibleLine(name)}</a></td><td>${operation.stage[stage]}<div class="meta">${operation.attempts(String(attempts))}</div></td><td>${failure?.message[visit.look.language]} <code class="meta">${failure?.code}</code></td><td><form method="post" action="/operation/dead" class="row-of">${formToken(visit)}<input type="hidden" name="id" value="${id}"><button name="act" value="retry">${operation.retry}</button><label class="unseen" for="reason-${id}">${operation.dropReason}</label><input id="reason-${id}" name="reason" maxlength="500" placeholder="${operation.dropReason}"><button class="plain" name="act" value="drop">${operation.drop}</button></form></td></tr>`)}</tbody></table>`;
}

function auditTable(audit: readonly AuditEntry[], { operation }: ReviewWords): Markup {
  const { auditColumns } = operation;
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${auditColumns.at}</th><th scope="col">${auditColumns.who}</th><th scope="col">${auditColumns.action}</th><th scope="col">${auditColumns.subject}</th></tr></thead><tbody>${audit.map(({ at, who, action, subject }) => html`<tr><td class="nowrap meta">${showTime(at)}</td><td>${who}</td><td><code>${action}</code></td><td>${visibleLine(subject).slice(0, 80)}</td></tr>`)}</tbody></table></div>`;
}

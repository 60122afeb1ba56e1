import type { FindingCode, Severity } from '../../model/finding.ts';
import { html, type Markup } from '../../reports/html/markup.ts';
import { severitySigns, toneOfSeverity } from '../../reports/html/tones.ts';
import { visibleLine } from '../../reports/visible-text.ts';
import { wordsIn } from '../../reports/words/index.ts';
import type { Words } from '../../reports/words/words.ts';
import type { Facet, FacetCount, ListedFinding } from '../../store/findings/work-list.ts';
import { type ListRequest, sorts, toggled, writeListQuery } from '../pages/work-list-query.ts';
import { mayUse, type Visit } from '../route.ts';
import type { ReviewWords } from '../words/words.ts';
import { bulkBar, type SavedView, savedViews } from './bulk-bar.ts';
import { stateSigns, stateTones } from './document/finding-card.ts';
import { exportMenu } from './export-menu.ts';
import { flag, formToken, wordsOf } from './layout.ts';

export type WorkListView = {
  readonly request: ListRequest;
  readonly findings: readonly ListedFinding[];
  readonly next: string | undefined;
  readonly total: number;
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  readonly views: readonly SavedView[];
};

type ListContext = {
  readonly view: WorkListView;
  readonly visit: Visit;
  readonly words: Words;
  readonly own: ReviewWords;
};

/** What is to be judged: facets with their counts, the list, what can be done with what is selected. */
export function workListBody(visit: Visit, view: WorkListView): Markup {
  const own = wordsOf(visit);
  const context = { view, visit, words: wordsIn[visit.look.language], own };
  return html`<div class="head"><h1>${own.work.title}</h1><span class="soft">${own.work.count(grouped(view.total))}</span><span class="aside">${view.total === 0 ? undefined : exportMenu(visit, writeListQuery(view.request))}</span></div>
<div class="work"><aside class="facets" aria-label="${own.work.conditions}">${facetOrder.map((facet) => facetPart(facet, context))}</aside>
<div>${savedViews(visit, view.views, writeListQuery(view.request).toString())}${searchForm(context)}${chosen(context)}${list(context)}</div></div>`;
}

const facetOrder = [
  'state',
  'severity',
  'affectsGrade',
  'code',
  'difference',
  'district',
  'unit',
  'year',
  'form',
  'assignee',
  'source',
] as const satisfies readonly Facet[];

function facetPart(facet: Facet, context: ListContext): Markup | undefined {
  const { view, own } = context;
  const held = heldValues(view.request, facet);
  const counts = view.facets[facet];
  if (counts.length === 0 || (counts.length === 1 && held.length === 0 && counts[0]?.value === ''))
    return undefined;
  return html`<section><h2>${own.work.facets[facet]}</h2><ul>${counts.map(({ value, count }) => {
    const text = String(value);
    return html`<li><a href="/?${toggled(view.request, facet, text).toString()}"${flag(held.includes(text), 'aria-current="true"')}><span class="text">${facetLabel(facet, text, context)}</span><span>${grouped(count)}</span></a></li>`;
  })}</ul></section>`;
}

function heldValues({ filter }: ListRequest, facet: Facet): readonly string[] {
  return (filter[facet] ?? []).map(String);
}

function facetLabel(facet: Facet, value: string, { words, own }: ListContext): string {
  const label = (from: Readonly<Record<string, string>>): string =>
    (Object.hasOwn(from, value) ? from[value] : undefined) ?? value;
  switch (facet) {
    case 'state':
      return label(own.states);
    case 'severity':
      return label(words.severities);
    case 'code':
      return label(words.codes);
    case 'form':
      return label(words.forms);
    case 'source':
      return label(own.sources);
    case 'affectsGrade':
      return value === '1' ? own.work.yes : own.work.no;
    case 'assignee':
      return value === '' ? own.work.nobody : visibleLine(value);
    case 'difference':
      return bandLabels[value] ?? own.work.none;
    case 'year':
      return value === '0' ? own.work.none : value;
    case 'district':
    case 'unit':
      return value === '' ? own.work.none : visibleLine(value);
  }
}

const bandLabels: Readonly<Record<string, string>> = {
  'up-to-0.1': '≤ 0.1',
  'up-to-1': '0.1 – 1',
  'up-to-5': '1 – 5',
  'up-to-10': '5 – 10',
  'over-10': '> 10',
};

function searchForm({ view, own }: ListContext): Markup {
  const { request } = view;
  const kept = [...writeListQuery(request)].filter(([name]) => name !== 'search' && name !== 'sort');
  return html`<form class="search" role="search" action="/">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<label class="unseen" for="search">${own.work.search}</label><input type="search" id="search" name="search" value="${request.filter.search}" placeholder="${own.work.search}"><label class="row-of"><span class="soft">${own.work.sort}</span><select name="sort">${sorts.map((sort) => html`<option value="${sort}"${flag(sort === request.sort, 'selected')}>${own.work.sorts[sort]}</option>`)}</select></label><button>${own.work.find} <kbd>/</kbd></button></form>`;
}

/** The conditions in force, each to be taken away with a click. */
function chosen(context: ListContext): Markup | undefined {
  const { view, own } = context;
  const conditions = facetOrder.flatMap((facet) =>
    heldValues(view.request, facet).map((value) => ({ facet, value })),
  );
  if (conditions.length === 0) return undefined;
  return html`<p class="chosen">${conditions.map(({ facet, value }) => html`<a href="/?${toggled(view.request, facet, value).toString()}">${own.work.facets[facet]}：${facetLabel(facet, value, context)} ✕</a>`)}<a href="/?state=any">${own.work.clear}</a></p>`;
}

function list(context: ListContext): Markup {
  const { view, visit, own } = context;
  if (view.findings.length === 0)
    return html`<div class="empty"><b>${own.work.emptyTitle}</b>${own.work.emptyHint}</div>`;
  const { columns } = own.work;
  const maySelect = mayUse(visit.visitor?.role, 'auditor');
  const all = maySelect
    ? html`<input type="checkbox" data-select-all aria-label="${own.work.selectAll}">`
    : undefined;
  const next = view.next === undefined ? undefined : nextQuery(view);
  return html`<form method="post" action="/findings/bulk">${formToken(visit)}<table class="list"><thead><tr><th class="c-check">${all}</th><th class="c-severity" scope="col">${columns.severity}</th><th class="c-what" scope="col">${columns.what}</th><th scope="col">${columns.where}</th><th class="c-figures n" scope="col">${columns.figures}</th><th class="c-state" scope="col">${columns.state}</th><th class="c-who" scope="col">${columns.who}</th></tr></thead><tbody>${view.findings.map((finding) => listRow(finding, context, maySelect ? 'selectable' : 'fixed'))}</tbody></table>${maySelect ? bulkBar(visit, `/?${writeListQuery(view.request).toString()}`) : undefined}</form>
<div class="pager">${view.request.after === undefined ? html`<span></span>` : html`<a href="/?${writeListQuery(view.request).toString()}">${own.work.first}</a>`}${next === undefined ? undefined : html`<a class="button" rel="next" href="/?${next.toString()}">${own.work.next} →</a>`}</div>`;
}

function nextQuery({ request, next }: WorkListView): URLSearchParams {
  const query = writeListQuery(request);
  if (next !== undefined) query.append('after', next);
  return query;
}

function listRow(
  finding: ListedFinding,
  { visit, words, own }: ListContext,
  how: 'selectable' | 'fixed',
): Markup {
  const { fingerprint, severity, code, state } = finding;
  const box =
    how === 'selectable'
      ? html`<input type="checkbox" name="finding" value="${fingerprint}" aria-label="${own.work.select} ${words.codes[code]}">`
      : undefined;
  const where = [finding.unit ?? '', finding.year === undefined ? '' : String(finding.year)].filter(Boolean);
  return html`<tr><td>${box}</td><td class="nowrap ${toneOfSeverity[severity]}">${severityText(severity, words)}</td><td class="what"><a href="/documents/${finding.sha256}#finding-${fingerprint}">${codeText(code, words)}</a>${finding.affectsGrade ? html` <span class="tag doubt">${own.work.gradeAffected}</span>` : undefined}<div class="meta clip">${finding.message[visit.look.language]}</div></td><td><div class="clip">${visibleLine(where.join(' · ')) || '–'}</div><div class="meta clip">${words.fields[finding.subject] ?? visibleLine(finding.subjectName)} · ${visibleLine(finding.name)}</div></td><td class="n">${finding.printed ?? '–'} <span class="soft">→</span> <b>${finding.recomputed ?? '–'}</b>${finding.difference === undefined ? undefined : html`<div class="meta">Δ ${finding.difference}</div>`}</td><td><span class="tag ${stateTones[state]}">${stateSigns[state]} ${own.states[state]}</span></td><td class="meta">${finding.assignee ?? ''}</td></tr>`;
}

function severityText(severity: Severity, { severities }: Words): string {
  return `${severitySigns[severity]} ${severities[severity]}`;
}

function codeText(code: FindingCode, { codes }: Words): string {
  return codes[code];
}

/** Thousands apart, as the reports do not: counts are no printed figures. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

import { html, type Markup } from '../../../reports/html/markup.ts';
import { plotCodes } from '../../../reports/plots/plot-codes.ts';
import { plotCoverage } from '../../../reports/plots/plot-coverage.ts';
import { plotDistricts } from '../../../reports/plots/plot-districts.ts';
import { plotGrades } from '../../../reports/plots/plot-grades.ts';
import { plotThroughput } from '../../../reports/plots/plot-throughput.ts';
import type { Throughput } from '../../../reports/plots/tallies.ts';
import type { OverviewTallies, RevisedReport, UnitCount } from '../../../store/overview/overview.ts';
import { mayUse, type Visit } from '../../route.ts';
import { wordsOf } from '../layout.ts';
import { plotFigure } from './plot-figure.ts';
import { revisedList } from './revised-list.ts';
import { unitList, unitSearch } from './unit-list.ts';

export type OverviewView = {
  readonly tallies: OverviewTallies;
  /** Of the last so many days. */
  readonly days: number;
  readonly throughput: readonly Throughput[];
  readonly units: readonly UnitCount[];
  readonly revised: readonly RevisedReport[];
};

/** Everything at a glance: a few figures, plots, and the ways to one unit and to one report's versions. */
export function overviewBody(visit: Visit, view: OverviewView): Markup {
  const { overview, upload } = wordsOf(visit);
  const { tallies } = view;
  const head = html`<div class="head"><h1>${overview.title}</h1></div>`;
  if (tallies.totals.documents === 0) {
    const way = mayUse(visit.visitor?.role, 'auditor')
      ? html`<p><a class="button" href="/upload">${upload.title}</a></p>`
      : undefined;
    return html`${head}<div class="empty"><b>${overview.none}</b>${overview.noneHint}${way}</div>`;
  }
  return html`${head}${tiles(visit, tallies)}
<div class="plots">${plotFigure(visit, (settings) => plotDistricts(tallies.districts, settings))}${plotFigure(visit, (settings) => plotCodes(tallies.codes, settings))}${plotFigure(visit, (settings) => plotGrades(tallies.grades, settings))}${plotFigure(visit, (settings) => plotCoverage(tallies.coverage, settings))}${plotFigure(visit, (settings) => plotThroughput(view.throughput, settings), overview.lastDays(String(view.days)))}</div>
<p class="meta">${overview.standing}</p>
<div class="two"><section class="panel"><h2>${overview.units}</h2>${unitSearch(visit, '')}${unitList(visit, view.units)}<p><a href="/overview/units">${overview.allUnits}</a></p></section>
<section class="panel"><h2>${overview.versions}</h2><p class="soft">${overview.versionsHint}</p>${revisedList(visit, view.revised)}</section></div>`;
}

/** Each leads to what it counts, where a list shows that. */
function tiles(visit: Visit, { totals }: OverviewTallies): Markup {
  const { tiles: names } = wordsOf(visit).overview;
  const shown = [
    ['documents', '/documents'],
    ['checked', undefined],
    ['findings', '/?state=any'],
    ['errors', '/?severity=error&state=any'],
    ['gradeChanges', '/?affectsGrade=1&state=any'],
    ['waiting', '/'],
  ] as const;
  return html`<ul class="tiles">${shown.map(([name, address]) => {
    const tile = html`<b>${totals[name].toLocaleString('en-US')}</b><span>${names[name]}</span>`;
    return html`<li>${address === undefined ? html`<div>${tile}</div>` : html`<a href="${address}">${tile}</a>`}</li>`;
  })}</ul>`;
}

import { verdictSigns } from '../../../reports/describe-total.ts';
import { html, type Markup } from '../../../reports/html/markup.ts';
import { toneOfVerdict } from '../../../reports/html/tones.ts';
import { plotUnitYears } from '../../../reports/plots/plot-unit-years.ts';
import type { YearTotal } from '../../../reports/plots/tallies.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import { wordsIn } from '../../../reports/words/index.ts';
import type { AssessmentSummary } from '../../../store/documents/documents.ts';
import type { Visit } from '../../route.ts';
import { flag, wordsOf } from '../layout.ts';
import { showTime } from '../show-time.ts';
import { plotFigure } from './plot-figure.ts';

/** What of a unit is reported year by year: the department as a whole, or one project. */
export type YearlyReport = {
  /** `''` for the whole department. */
  readonly name: string;
  readonly assessments: readonly AssessmentSummary[];
};

export type UnitView = {
  readonly unit: string;
  readonly reports: readonly YearlyReport[];
  readonly chosen: YearlyReport;
  readonly totals: readonly YearTotal[];
};

/** One unit over the years: a plot of one of its reports, and every assessment of that report. */
export function unitBody(visit: Visit, { unit, reports, chosen, totals }: UnitView): Markup {
  const { overview } = wordsOf(visit);
  const nameOf = ({ name }: YearlyReport): string => visibleLine(name) || overview.whole;
  const choice =
    reports.length === 1
      ? undefined
      : html`<ul class="views">${reports.map((report) => html`<li><a href="/overview/units?${new URLSearchParams({ unit, report: report.name }).toString()}"${flag(report === chosen, 'aria-current="true"')}>${nameOf(report)}</a></li>`)}</ul>`;
  return html`<div class="head"><h1>${visibleLine(unit)}</h1><span class="soft">${nameOf(chosen)}</span><span class="aside"><a href="/overview/units">${overview.allUnits}</a></span></div>${choice}
<div class="plots single">${plotFigure(visit, (settings) => plotUnitYears(totals, settings))}</div><p class="meta">${overview.latestOfYear}</p>
<h2>${overview.assessmentsOf}</h2>${assessmentTable(visit, chosen.assessments)}`;
}

function assessmentTable(visit: Visit, assessments: readonly AssessmentSummary[]): Markup {
  const { columns, unknownYear } = wordsOf(visit).overview;
  const words = wordsIn[visit.look.language];
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${columns.year}</th><th scope="col" class="n">${columns.total}</th><th scope="col" class="n">${columns.again}</th><th scope="col">${columns.verdict}</th><th scope="col">${columns.grade}</th><th scope="col">${columns.document}</th><th scope="col">${columns.at}</th></tr></thead><tbody>${assessments.map(
    ({ year, printedTotal, low, high, totalVerdict, printedGrade, sha256, name, addedAt }) =>
      html`<tr><td>${year ?? unknownYear}</td><td class="n">${printedTotal ?? '–'}</td><td class="n">${low === high ? low : `${low} – ${high}`}</td><td class="${toneOfVerdict[totalVerdict]}">${verdictSigns[totalVerdict]} ${words.totalVerdicts[totalVerdict]}</td><td>${visibleLine(printedGrade ?? '') || '–'}</td><td><a href="/documents/${sha256}">${visibleLine(name)}</a></td><td class="meta nowrap">${showTime(addedAt)}</td></tr>`,
  )}</tbody></table></div>`;
}

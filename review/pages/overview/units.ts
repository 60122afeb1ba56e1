import { html } from '../../../reports/html/markup.ts';
import type { YearTotal } from '../../../reports/plots/tallies.ts';
import type { AssessmentSummary } from '../../../store/documents/documents.ts';
import type { ReviewDependencies } from '../../dependencies.ts';
import { answerPage } from '../../http/answer.ts';
import { queryOf } from '../../http/fields.ts';
import type { Route } from '../../route.ts';
import { page, wordsOf } from '../../views/layout.ts';
import { type UnitView, unitBody, type YearlyReport } from '../../views/overview/unit.ts';
import { unitList, unitSearch } from '../../views/overview/unit-list.ts';
import { denialPage } from '../denial.ts';

const mostListed = 200;

/** Units to choose from, and one unit over the years. */
export function unitsRoute({ store, access }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/overview/units',
    access: 'viewer',
    handle: async (visit) => {
      const query = queryOf(visit.c);
      const unit = query.one('unit').slice(0, 1000);
      const { overview } = wordsOf(visit);
      if (unit === '') {
        const search = query.one('search').trim().slice(0, 200);
        const units = await store.overview.units(search, mostListed);
        const body = html`<div class="head"><h1>${overview.units}</h1></div>${unitSearch(visit, search)}${unitList(visit, units)}`;
        return answerPage(visit.c, page(visit, { title: overview.units, body, here: 'overview' }));
      }
      const view = viewOf(unit, await store.documents.assessments({ unit }), query.one('report'));
      if (view === undefined) return denialPage(visit.c, { denial: 'unknown', visit, kind: access.kind });
      return answerPage(
        visit.c,
        page(visit, { title: overview.units, body: unitBody(visit, view), here: 'overview' }),
      );
    },
  };
}

function viewOf(
  unit: string,
  assessments: readonly AssessmentSummary[],
  wanted: string,
): UnitView | undefined {
  const reports = yearlyReports(assessments);
  const chosen = reports.find(({ name }) => wanted !== '' && name === wanted) ?? reports[0];
  return chosen && { unit, reports, chosen, totals: yearTotals(chosen) };
}

/** By what they are about, those of the most years first; of each the newest year first. */
function yearlyReports(assessments: readonly AssessmentSummary[]): readonly YearlyReport[] {
  const groups = Map.groupBy(assessments, ({ form, project, title }) =>
    form === 'department' ? '' : (project ?? title ?? form),
  );
  const years = ({ assessments: own }: YearlyReport): number => new Set(own.map(({ year }) => year)).size;
  return [...groups]
    .map(([name, own]) => ({
      name,
      assessments: own.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || b.addedAt - a.addedAt),
    }))
    .toSorted((a, b) => years(b) - years(a) || a.name.length - b.name.length);
}

/** One total a year: of several versions the one that came last. */
function yearTotals({ assessments }: YearlyReport): readonly YearTotal[] {
  const newest = new Map<number, AssessmentSummary>();
  for (const one of assessments)
    if (one.year !== undefined && !newest.has(one.year)) newest.set(one.year, one);
  return [...newest].map(([year, { printedTotal, low, high }]) => ({
    year,
    printed: printedTotal ?? null,
    low,
    high,
  }));
}

import { html, type Markup } from '../../../reports/html/markup.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { UnitCount } from '../../../store/overview/overview.ts';
import type { Visit } from '../../route.ts';
import { wordsOf } from '../layout.ts';

/** Where the years of a unit stand. */
export function unitAddress(unit: string): string {
  return `/overview/units?${new URLSearchParams({ unit }).toString()}`;
}

export function unitSearch(visit: Visit, search: string): Markup {
  const { overview } = wordsOf(visit);
  return html`<form class="search" role="search" action="/overview/units"><label class="unseen" for="search">${overview.unitSearch}</label><input type="search" id="search" name="search" value="${search}" placeholder="${overview.unitSearch}"><button>${overview.find} <kbd>/</kbd></button></form>`;
}

/** Units with how much there is of each. */
export function unitList(visit: Visit, units: readonly UnitCount[]): Markup {
  const { overview } = wordsOf(visit);
  if (units.length === 0) return html`<p class="soft">${overview.unitsNone}</p>`;
  return html`<ul class="ways">${units.map(({ unit, years, assessments }) => html`<li><a href="${unitAddress(unit)}">${visibleLine(unit)}</a> <span class="meta">${overview.years(String(years))} · ${overview.assessments(String(assessments))}</span></li>`)}</ul>`;
}

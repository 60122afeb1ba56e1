import { html, type Markup } from '../../../reports/html/markup.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { RevisedReport } from '../../../store/overview/overview.ts';
import type { Visit } from '../../route.ts';
import { wordsOf } from '../layout.ts';

/** Where the versions of a report stand side by side; any document that has one names it. */
export function versionsAddress({ sha256, number }: Pick<RevisedReport, 'sha256' | 'number'>): string {
  return `/overview/versions?${new URLSearchParams({ document: sha256, number: String(number) }).toString()}`;
}

/** Reports that came in several versions. */
export function revisedList(visit: Visit, reports: readonly RevisedReport[]): Markup {
  const { overview } = wordsOf(visit);
  if (reports.length === 0) return html`<p class="soft">${overview.versionsNone}</p>`;
  return html`<ul class="ways">${reports.map((report) => html`<li><a href="${versionsAddress(report)}">${visibleLine(report.unit)} · ${report.year}</a> <span class="meta">${[visibleLine(report.name ?? ''), overview.versionCount(String(report.versions))].filter(Boolean).join(' · ')}</span></li>`)}</ul>`;
}

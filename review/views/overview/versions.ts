import { html, type Markup } from '../../../reports/html/markup.ts';
import { plotVersions } from '../../../reports/plots/plot-versions.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { Version } from '../../../store/documents/documents.ts';
import type { RowVersions, VersionTable } from '../../../store/results/compare-versions.ts';
import type { Visit } from '../../route.ts';
import { wordsOf } from '../layout.ts';
import { showTime } from '../show-time.ts';
import { plotFigure } from './plot-figure.ts';

export type VersionsView = {
  /** Whose report it is, and of which year. */
  readonly heading: string;
  /** Those compared, oldest first, and how many there are. */
  readonly versions: readonly Version[];
  readonly all: number;
  readonly table: VersionTable;
};

/** The versions of one report side by side: where each came from, its total, and its rows, those that changed first. */
export function versionsBody(visit: Visit, { heading, versions, all, table }: VersionsView): Markup {
  const { overview } = wordsOf(visit);
  const cut =
    all > versions.length
      ? html`<p class="note">${overview.newest(String(versions.length), String(all))}</p>`
      : undefined;
  const rows = table.rows.map(({ path, figures }) => ({
    name: path.at(-1) ?? '',
    scores: figures.map((row) => row?.selfScore ?? null),
  }));
  const isDrawn = rows.some(({ scores }) => new Set(scores).size > 1);
  return html`<div class="head"><h1>${overview.versions}</h1><span class="soft">${visibleLine(heading)}</span><span class="aside"><a href="/overview/versions">${overview.allVersions}</a></span></div>${cut}
${isDrawn ? html`<div class="plots single">${plotFigure(visit, (settings) => plotVersions(rows, settings))}</div>` : html`<p class="note">${overview.sameScores}</p>`}
<div class="scroll" tabindex="0"><table class="versions"><thead><tr><th scope="col">${overview.columns.indicator}</th>${versions.map((version) => versionHead(version, visit))}</tr></thead><tbody>${printedRow(overview.columns.total, table.totals)}${printedRow(overview.columns.grade, table.grades)}${table.rows.map((row) => versionRow(row, visit))}</tbody></table></div>`;
}

function versionHead({ sha256, name, addedAt, withdrawnAt }: Version, visit: Visit): Markup {
  const { withdrawn } = wordsOf(visit).overview;
  return html`<th scope="col"><a href="/documents/${sha256}">${visibleLine(name)}</a><div class="meta">${showTime(addedAt)}${withdrawnAt === undefined ? undefined : html` · ${withdrawn}`}</div></th>`;
}

function printedRow(label: string, printed: readonly (string | null)[]): Markup {
  const isChanged = new Set(printed).size > 1;
  return html`<tr${isChanged ? html` class="is-changed"` : undefined}><th scope="row">${isChanged ? '≠ ' : ''}${label}</th>${printed.map((one) => html`<td><b>${visibleLine(one ?? '') || '–'}</b></td>`)}</tr>`;
}

function versionRow({ path, figures, change }: RowVersions, visit: Visit): Markup {
  const { columns, noRow } = wordsOf(visit).overview;
  const isChanged = change === 'changed';
  const levels = path.slice(0, -1).map(visibleLine).filter(Boolean).join(' › ');
  const mark = isChanged ? html`<span aria-label="${columns.changed}" role="img">≠</span> ` : undefined;
  return html`<tr${isChanged ? html` class="is-changed"` : undefined}><th scope="row">${mark}${visibleLine(path.at(-1) ?? '') || '–'}<div class="meta">${levels}</div></th>${figures.map((row) => (row === null ? html`<td class="soft">${noRow}</td>` : html`<td>${row.selfScore ?? '–'} ${row.maxScore === null ? undefined : html`<span class="meta">${columns.points(row.maxScore)}</span>`}</td>`))}</tr>`;
}

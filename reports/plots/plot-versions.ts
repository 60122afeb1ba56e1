import { visibleLine } from '../visible-text.ts';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import type { Palette } from './palettes.ts';
import { plotWords } from './plot-words.ts';
import type { VersionedRow } from './tallies.ts';

/** Rows drawn at most. */
const mostRows = 25;

/** The scores of one report's versions side by side: rows that changed, or all where none did; the table has all. */
export function plotVersions(rows: readonly VersionedRow[], settings: PlotSettings): Plot {
  const { names, titles, nothing, version } = plotWords[settings.language];
  const shown = rows
    .map(({ name, scores }) => ({ name: visibleLine(name), scores }))
    .toSorted((a, b) => Number(hasChanged(b)) - Number(hasChanged(a)));
  const changed = shown.filter(hasChanged).length;
  const title = titleOf();
  const versions = Math.max(0, ...rows.map(({ scores }) => scores.length));
  const labels = Array.from({ length: versions }, (_, index) => version(String(index + 1)));
  const drawn = (changed > 0 ? shown.filter(hasChanged) : shown).slice(0, mostRows);
  const svg = drawPlot(
    (palette) => option(drawn, labels, palette),
    { id: 'versions', title, height: 52 + (10 + 15 * Math.max(1, versions)) * Math.max(1, drawn.length) },
    settings,
  );
  return {
    title,
    svg,
    table: {
      head: [names.indicator, ...labels],
      rows: shown.map(({ name, scores }) => [name, ...labels.map((_, index) => scores[index] ?? '–')]),
    },
  };

  function titleOf(): string {
    if (rows.length === 0) return nothing;
    if (changed === 0) return titles.versionsNone(String(rows.length));
    return titles.versions(String(changed), String(rows.length));
  }
}

function hasChanged({ scores }: VersionedRow): boolean {
  return new Set(scores).size > 1;
}

function option(rows: readonly VersionedRow[], labels: readonly string[], palette: Palette) {
  const colours = [palette.neutral, palette.agrees, palette.doubtful, palette.disagrees];
  return {
    grid: { left: 8, right: 48, top: 40, bottom: 8 },
    legend: { left: 0, top: 0, itemGap: 18, textStyle: { color: palette.ink } },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.ink, width: 220, overflow: 'truncate' },
    },
    series: labels.map((label, index) => ({
      name: label,
      type: 'bar',
      barWidth: 12,
      barGap: '15%',
      itemStyle: { color: colours[index % colours.length] },
      label: { show: true, position: 'right', color: palette.ink, fontSize: 12 },
      data: rows.map(({ scores }) => {
        const score = scores[index] ?? null;
        return { value: score === null ? null : Number(score), label: { formatter: score ?? '–' } };
      }),
    })),
  };
}

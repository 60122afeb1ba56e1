import { severityRank } from '../tally.ts';
import { wordsIn } from '../words/index.ts';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import type { Palette } from './palettes.ts';
import { plotWords } from './plot-words.ts';
import type { CodeCount } from './tallies.ts';

/** Findings by code: a bar each, the most frequent first, one colour and pattern a severity. */
export function plotCodes(tallies: readonly CodeCount[], settings: PlotSettings): Plot {
  const { codes, severities } = wordsIn[settings.language];
  const { names, titles, nothing } = plotWords[settings.language];
  const counts = tallies
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || severityRank[a.severity] - severityRank[b.severity]);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const [first] = counts;
  const title =
    first === undefined ? nothing : titles.codes(codes[first.code], String(first.count), String(all));
  const svg = drawPlot(
    (palette) => option(counts, { codes, severities, palette }),
    { id: 'codes', title, height: 64 + 28 * Math.max(1, counts.length) },
    settings,
  );
  const rows = counts.map(({ code, severity, count }) => [codes[code], severities[severity], String(count)]);
  return { title, svg, table: { head: [names.code, '', names.count], rows } };
}

type Context = {
  readonly codes: Readonly<Record<CodeCount['code'], string>>;
  readonly severities: Readonly<Record<CodeCount['severity'], string>>;
  readonly palette: Palette;
};

function option(counts: readonly CodeCount[], { codes, severities, palette }: Context) {
  const colours = { error: palette.disagrees, warning: palette.doubtful, info: palette.neutral };
  return {
    grid: { left: 8, right: 56, top: 36, bottom: 8 },
    legend: {
      left: 0,
      top: 0,
      itemGap: 18,
      textStyle: { color: palette.ink },
      data: (['error', 'warning', 'info'] as const).map((severity) => severities[severity]),
    },
    xAxis: { type: 'value', minInterval: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: counts.map(({ code }) => codes[code]),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.ink },
    },
    series: (['error', 'warning', 'info'] as const).map((severity) => ({
      name: severities[severity],
      type: 'bar',
      stack: 'all',
      barWidth: 17,
      itemStyle: { color: colours[severity] },
      label: { show: true, position: 'right', color: palette.ink, formatter: '{c}' },
      data: counts.map((one) => (one.severity === severity ? one.count : null)),
    })),
  };
}

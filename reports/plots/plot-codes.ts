import type { Severity } from '../../model/finding.ts';
import { severityRank } from '../tally.ts';
import { wordsIn } from '../words/index.ts';
import type { Words } from '../words/words.ts';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import type { Palette } from './palettes.ts';
import { plotWords } from './plot-words.ts';
import type { CodeCount } from './tallies.ts';

const severities = ['error', 'warning', 'info'] as const;

/** All findings of one code; a severity that none has is not there. */
type Bar = {
  readonly code: CodeCount['code'];
  readonly all: number;
  readonly counts: ReadonlyMap<Severity, number>;
};

/** Findings by code: a bar each, the most frequent first, one colour and pattern a severity. */
export function plotCodes(tallies: readonly CodeCount[], settings: PlotSettings): Plot {
  const words = wordsIn[settings.language];
  const { names, titles, nothing } = plotWords[settings.language];
  const bars = barsOf(tallies);
  const all = bars.reduce((sum, bar) => sum + bar.all, 0);
  const [first] = bars;
  const title =
    first === undefined ? nothing : titles.codes(words.codes[first.code], String(first.all), String(all));
  const svg = drawPlot(
    (palette) => option(bars, { words, palette }),
    { id: 'codes', title, height: 64 + 28 * Math.max(1, bars.length) },
    settings,
  );
  const rows = bars.flatMap(({ code, counts }) =>
    [...counts].map(([severity, count]) => [words.codes[code], words.severities[severity], String(count)]),
  );
  return { title, svg, table: { head: [names.code, '', names.count], rows } };
}

function barsOf(tallies: readonly CodeCount[]): readonly Bar[] {
  const counted = tallies
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  const bars = [...Map.groupBy(counted, ({ code }) => code)].map(([code, own]) => ({
    code,
    all: own.reduce((sum, { count }) => sum + count, 0),
    counts: new Map(own.map(({ severity, count }) => [severity, count])),
  }));
  return bars.toSorted((a, b) => b.all - a.all);
}

type Context = { readonly words: Words; readonly palette: Palette };

function option(bars: readonly Bar[], { words, palette }: Context) {
  const colours = { error: palette.disagrees, warning: palette.doubtful, info: palette.neutral };
  return {
    grid: { left: 8, right: 56, top: 36, bottom: 8 },
    legend: {
      left: 0,
      top: 0,
      itemGap: 18,
      textStyle: { color: palette.ink },
      data: severities.map((severity) => words.severities[severity]),
    },
    xAxis: { type: 'value', minInterval: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ code }) => words.codes[code]),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.ink },
    },
    series: severities.map((severity) => ({
      name: words.severities[severity],
      type: 'bar',
      stack: 'all',
      barWidth: 17,
      itemStyle: { color: colours[severity] },
      data: bars.map(({ all, counts }) => ({
        value: counts.get(severity) ?? null,
        // Behind the whole bar: at its last part.
        label: {
          show: [...counts.keys()].at(-1) === severity,
          position: 'right',
          color: palette.ink,
          formatter: String(all),
        },
      })),
    })),
  };
}

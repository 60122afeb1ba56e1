import { visibleLine } from '../visible-text.ts';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import { plotWords } from './plot-words.ts';
import { stackedBars } from './stacked-bars.ts';
import type { Throughput } from './tallies.ts';

/** Documents finished over time, in the order given. */
export function plotThroughput(tallies: readonly Throughput[], settings: PlotSettings): Plot {
  const { names, titles, nothing } = plotWords[settings.language];
  const kinds = ['checked', 'withoutAssessment', 'unreadable'] as const;
  const countOf = (kind: (typeof kinds)[number]): number => tallies.reduce((sum, one) => sum + one[kind], 0);
  const documents = kinds.reduce((sum, kind) => sum + countOf(kind), 0);
  const title =
    documents === 0 ? nothing : titles.throughput(String(documents), String(countOf('unreadable')));
  const labels = tallies.map(({ span }) => visibleLine(span));
  const svg = drawPlot(
    (palette) => {
      const colours = {
        checked: palette.agrees,
        withoutAssessment: palette.neutral,
        unreadable: palette.disagrees,
      };
      const parts = kinds.map((kind) => ({
        name: names[kind],
        colour: colours[kind],
        counts: tallies.map((one) => one[kind]),
      }));
      return stackedBars({ labels, parts, direction: 'upwards' }, palette);
    },
    { id: 'throughput', title, height: 260 },
    settings,
  );
  return {
    title,
    svg,
    table: {
      head: [names.span, ...kinds.map((kind) => names[kind])],
      rows: tallies.map((one, index) => [labels[index] ?? '', ...kinds.map((kind) => String(one[kind]))]),
    },
  };
}

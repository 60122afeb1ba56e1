import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import { plotWords } from './plot-words.ts';
import { stackedBars } from './stacked-bars.ts';
import { byYear, type CoverageShare } from './tallies.ts';

/** How far the rows of each year were recomputed. */
export function plotCoverage(tallies: readonly CoverageShare[], settings: PlotSettings): Plot {
  const { names, titles, nothing, unknownYear } = plotWords[settings.language];
  const years = tallies.toSorted((a, b) => byYear(a.year, b.year));
  const labels = years.map(({ year }) => (year === null ? unknownYear : String(year)));
  const kinds = ['decided', 'bounded', 'open', 'notRead'] as const;
  const countOf = (kind: (typeof kinds)[number]): number => years.reduce((sum, year) => sum + year[kind], 0);
  const recomputed = countOf('decided') + countOf('bounded');
  const open = countOf('open') + countOf('notRead');
  const rows = recomputed + open;
  const share = `${Math.floor((100 * recomputed) / Math.max(1, rows))}%`;
  const title = rows === 0 ? nothing : titles.coverage(share, String(rows), String(open));
  const svg = drawPlot(
    (palette) => {
      const colours = {
        decided: palette.agrees,
        bounded: palette.series[2] ?? palette.agrees,
        open: palette.doubtful,
        notRead: palette.neutral,
      };
      const parts = kinds.map((kind) => ({
        name: names[kind],
        colour: colours[kind],
        counts: years.map((year) => year[kind]),
      }));
      return stackedBars({ labels, parts, direction: 'across' }, palette);
    },
    { id: 'coverage', title, height: 60 + 38 * Math.max(1, years.length) },
    settings,
  );
  return {
    title,
    svg,
    table: {
      head: [names.year, ...kinds.map((kind) => names[kind])],
      rows: years.map((year, index) => [labels[index] ?? '', ...kinds.map((kind) => String(year[kind]))]),
    },
  };
}

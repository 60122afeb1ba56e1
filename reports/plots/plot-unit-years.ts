import { Decimal } from 'decimal.js';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import type { Palette } from './palettes.ts';
import { plotWords } from './plot-words.ts';
import type { YearTotal } from './tallies.ts';

/** One unit over the years: its printed totals as a line, what the recomputation allows as bars from least to greatest. */
export function plotUnitYears(totals: readonly YearTotal[], settings: PlotSettings): Plot {
  const { names, titles, nothing } = plotWords[settings.language];
  const years = totals.toSorted((a, b) => a.year - b.year);
  const disagreeing = years.filter(disagrees).length;
  const title = titleOf();
  const svg = drawPlot(
    (palette) => option(years, names, palette),
    { id: 'unit-years', title, height: 300 },
    settings,
  );
  const rows = years.map(({ year, printed, low, high }) => [
    String(year),
    printed ?? '–',
    low === high ? low : `${low} – ${high}`,
  ]);
  return { title, svg, table: { head: [names.year, names.printed, names.recomputed], rows } };

  function titleOf(): string {
    if (years.length === 0) return nothing;
    if (disagreeing === 0) return titles.unitNone(String(years.length));
    return titles.unit(String(disagreeing), String(years.length));
  }
}

function disagrees({ printed, low, high }: YearTotal): boolean {
  return printed !== null && (new Decimal(printed).lt(low) || new Decimal(printed).gt(high));
}

type Names = Readonly<Record<'printed' | 'recomputed', string>>;

function option(years: readonly YearTotal[], names: Names, palette: Palette) {
  const all = years.flatMap(({ printed, low, high }) => [printed ?? low, low, high]).map(Number);
  const least = Math.floor(Math.min(...all, 100) - 1);
  return {
    aria: { enabled: false },
    grid: { left: 8, right: 24, top: 48, bottom: 8 },
    legend: { left: 0, top: 0, itemGap: 18, textStyle: { color: palette.ink } },
    xAxis: {
      type: 'category',
      data: years.map(({ year }) => String(year)),
      axisLine: { lineStyle: { color: palette.soft } },
      axisTick: { show: false },
      axisLabel: { color: palette.ink },
    },
    yAxis: {
      type: 'value',
      min: Math.max(0, least),
      axisLabel: { color: palette.soft },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [recomputedBars(years, names, palette), printedLine(years, names, palette)],
  };
}

/** From least to greatest; a single value is drawn as a bar of the least height that can be seen. */
function recomputedBars(years: readonly YearTotal[], { recomputed }: Names, palette: Palette) {
  return {
    name: recomputed,
    type: 'custom',
    itemStyle: { color: palette.doubtful },
    data: years.map(({ low, high }, index) => [index, Number(low), Number(high)]),
    renderItem: (_: unknown, api: Drawing) => {
      const [x, bottom] = api.coord([api.value(0), api.value(1)]);
      const [, top] = api.coord([api.value(0), api.value(2)]);
      const height = Math.max(6, bottom - top);
      const middle = (bottom + top) / 2;
      return {
        type: 'rect',
        shape: { x: x - 15, y: middle - height / 2, width: 30, height },
        style: { fill: palette.doubtful, stroke: palette.ink, lineWidth: 1 },
      };
    },
  };
}

/** What the library hands to a drawing of our own. */
type Drawing = {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly number[]) => readonly [number, number];
};

function printedLine(years: readonly YearTotal[], { printed }: Names, palette: Palette) {
  return {
    name: printed,
    type: 'line',
    symbol: 'circle',
    symbolSize: 9,
    connectNulls: false,
    lineStyle: { color: palette.agrees, width: 2 },
    itemStyle: { color: palette.agrees },
    z: 5,
    data: years.map((one) => {
      const isOff = disagrees(one);
      return {
        value: one.printed === null ? null : Number(one.printed),
        symbol: isOff ? 'diamond' : 'circle',
        symbolSize: isOff ? 15 : 9,
        ...(isOff ? { itemStyle: { color: palette.disagrees } } : {}),
        label: {
          show: one.printed !== null,
          position: 'right',
          distance: 16,
          formatter: `${isOff ? '✗ ' : ''}${one.printed ?? ''}`,
          color: isOff ? palette.disagrees : palette.ink,
          fontWeight: isOff ? 'bold' : 'normal',
        },
      };
    }),
  };
}

import { visibleLine } from '../visible-text.ts';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import type { Palette } from './palettes.ts';
import { plotWords } from './plot-words.ts';
import type { GradePair } from './tallies.ts';

/** Grades as forms name them, the best first; other names come after these. */
const order = ['优', '良', '中', '低', '差'];

/** Printed grades against those of the recomputed totals: what lies off the diagonal changes. */
export function plotGrades(tallies: readonly GradePair[], settings: PlotSettings): Plot {
  const { names, titles, nothing } = plotWords[settings.language];
  const pairs = tallies
    .filter(({ count }) => count > 0)
    .map(({ printed, expected, count }) => ({
      printed: visibleLine(printed),
      expected: visibleLine(expected),
      count,
    }));
  const all = total(pairs);
  const changed = total(pairs.filter(({ printed, expected }) => printed !== expected));
  const title = titleOf();
  const grades = gradesIn(pairs);
  const svg = drawPlot(
    (palette) => option(pairs, grades, { names, palette }),
    { id: 'grades', title, height: 110 + 44 * Math.max(1, grades.length) },
    settings,
  );
  const rows = pairs.map(({ printed, expected, count }) => [printed, expected, String(count)]);
  return { title, svg, table: { head: [names.printed, names.expected, names.count], rows } };

  function titleOf(): string {
    if (all === 0) return nothing;
    return changed === 0 ? titles.gradesNone(String(all)) : titles.grades(String(changed), String(all));
  }
}

function total(pairs: readonly GradePair[]): number {
  return pairs.reduce((sum, { count }) => sum + count, 0);
}

function gradesIn(pairs: readonly GradePair[]): readonly string[] {
  const grades = [...new Set(pairs.flatMap(({ printed, expected }) => [printed, expected]))];
  const rank = (grade: string): number => (order.includes(grade) ? order.indexOf(grade) : order.length);
  return grades.toSorted((a, b) => rank(a) - rank(b));
}

type Context = {
  readonly names: Readonly<Record<'printed' | 'expected', string>>;
  readonly palette: Palette;
};

function option(pairs: readonly GradePair[], grades: readonly string[], { names, palette }: Context) {
  const most = Math.max(
    1,
    ...pairs.filter(({ printed, expected }) => printed !== expected).map(({ count }) => count),
  );
  const axis = {
    type: 'category',
    data: [...grades],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.ink, fontSize: 15 },
    splitArea: { show: false },
    nameTextStyle: { color: palette.soft },
  };
  const cell = ({ printed, expected, count }: GradePair) => {
    const isChange = printed !== expected;
    const share = count / most;
    return {
      value: [grades.indexOf(expected), grades.indexOf(printed), isChange ? share : 0],
      label: {
        formatter: String(count),
        color: isChange ? palette.onRamp[share > 0.6 ? 1 : 0] : palette.soft,
        fontWeight: isChange ? 'bold' : 'normal',
      },
      ...(isChange ? {} : { itemStyle: { color: palette.ramp[0] } }),
    };
  };
  return {
    grid: { left: 60, right: 24, top: 64, bottom: 16 },
    xAxis: { ...axis, position: 'top', name: names.expected, nameLocation: 'middle', nameGap: 34 },
    yAxis: { ...axis, inverse: true, name: names.printed, nameLocation: 'middle', nameGap: 44 },
    visualMap: { show: false, min: 0, max: 1, inRange: { color: [...palette.ramp] } },
    aria: { enabled: false },
    series: [
      {
        type: 'heatmap',
        data: pairs.map(cell),
        label: { show: true, fontSize: 15 },
        itemStyle: { borderColor: palette.paper, borderWidth: 2 },
      },
    ],
  };
}

import type { Palette } from './palettes.ts';

/** A part of each bar. */
export type Part = { readonly name: string; readonly colour: string; readonly counts: readonly number[] };

type Stack = {
  readonly labels: readonly string[];
  readonly parts: readonly Part[];
  readonly direction: 'across' | 'upwards';
};

/** Bars of parts that add up, with a legend above; parts too small for their figure carry none. */
export function stackedBars({ labels, parts, direction }: Stack, palette: Palette) {
  const sums = labels.map((_, index) => parts.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const smallest = direction === 'across' ? 0.04 : 0.06;
  const category = {
    type: 'category',
    data: [...labels],
    inverse: direction === 'across',
    axisLine: { show: direction === 'upwards', lineStyle: { color: palette.soft } },
    axisTick: { show: false },
    axisLabel: { color: palette.ink, hideOverlap: true },
  };
  const value = {
    type: 'value',
    max: most,
    minInterval: 1,
    axisLabel: { color: palette.soft, showMaxLabel: false },
    splitLine: { lineStyle: { color: palette.line } },
  };
  const [xAxis, yAxis] =
    direction === 'across' ? [{ ...value, show: false }, category] : [category, { ...value, show: true }];
  return {
    grid: { left: 8, right: 16, top: 40, bottom: 8 },
    legend: { left: 0, top: 0, itemGap: 18, textStyle: { color: palette.ink } },
    xAxis,
    yAxis,
    series: parts.map(({ name, colour, counts }) => ({
      name,
      type: 'bar',
      stack: 'all',
      ...(direction === 'across' ? { barWidth: 22 } : { barMaxWidth: 34 }),
      itemStyle: { color: colour, borderColor: palette.paper, borderWidth: 1 },
      label: {
        show: true,
        color: palette.ink,
        fontSize: 12,
        backgroundColor: palette.paper,
        borderRadius: 3,
        padding: [2, 4, 1, 4],
      },
      data: counts.map((count) => ({
        value: count === 0 ? null : count,
        label: { show: count / most > smallest },
      })),
    })),
  };
}

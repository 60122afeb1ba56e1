import { visibleLine } from '../visible-text.ts';
import { drawPlot, type Plot, type PlotSettings } from './draw-plot.ts';
import type { Palette } from './palettes.ts';
import { type PlotWords, plotWords } from './plot-words.ts';
import { byYear, type DistrictYear } from './tallies.ts';

/** Districts drawn one by one; those with fewer disagreements are drawn as one. */
const mostDistricts = 20;

/** Districts with fewer assessments than this are no headline: one of one is no share. */
const fewest = 3;

type Counts = { readonly assessments: number; readonly disagreeing: number };

type District = Counts & {
  readonly name: string;
  /** Only what is known, and one, can be named as the worst. */
  readonly kind: 'known' | 'unknown' | 'several';
  readonly years: ReadonlyMap<number | null, Counts>;
};

/** Disagreeing assessments by district and year: a cell a year, `7/12` in it, darker the greater the share. */
export function plotDistricts(tallies: readonly DistrictYear[], settings: PlotSettings): Plot {
  const words = plotWords[settings.language];
  const districts = merged(byDistrict(tallies, words), words);
  const years = [...new Set(tallies.map(({ year }) => year))].sort(byYear);
  const title = titleOf(districts, words);
  const frame = { id: 'districts', title, height: 60 + 34 * Math.max(1, districts.length) };
  const svg = drawPlot((palette) => option(districts, { years, words }, palette), frame, settings);
  const rows = districts.flatMap(({ name, years: counts }) =>
    [...counts].map(([year, { assessments, disagreeing }]) => [
      name,
      yearName(year, words),
      String(disagreeing),
      String(assessments),
    ]),
  );
  const { names } = words;
  return {
    title,
    svg,
    table: { head: [names.district, names.year, names.disagreeing, names.assessments], rows },
  };
}

function byDistrict(tallies: readonly DistrictYear[], words: PlotWords): readonly District[] {
  const names = [...new Set(tallies.map(({ district }) => district))];
  const districts = names.map((name) => {
    const own = tallies.filter(({ district }) => district === name);
    return {
      name: name === null ? words.unknownDistrict : visibleLine(name),
      kind: name === null ? ('unknown' as const) : ('known' as const),
      years: new Map(own.map(({ year, ...counts }) => [year, counts])),
      ...sum(own),
    };
  });
  return districts.toSorted((a, b) => b.disagreeing - a.disagreeing || b.assessments - a.assessments);
}

function merged(districts: readonly District[], words: PlotWords): readonly District[] {
  if (districts.length <= mostDistricts) return districts;
  const rest = districts.slice(mostDistricts - 1);
  const years = [...new Set(rest.flatMap((district) => [...district.years.keys()]))].sort(byYear);
  return [
    ...districts.slice(0, mostDistricts - 1),
    {
      name: words.otherDistricts(String(rest.length)),
      kind: 'several',
      years: new Map(
        years.map((year) => [
          year,
          sum(
            rest.flatMap((district) => {
              const counts = district.years.get(year);
              return counts === undefined ? [] : [counts];
            }),
          ),
        ]),
      ),
      ...sum(rest),
    },
  ];
}

function sum(counts: readonly Counts[]): Counts {
  return {
    assessments: counts.reduce((all, { assessments }) => all + assessments, 0),
    disagreeing: counts.reduce((all, { disagreeing }) => all + disagreeing, 0),
  };
}

function titleOf(districts: readonly District[], { titles, nothing }: PlotWords): string {
  if (districts.length === 0) return nothing;
  const share = ({ disagreeing, assessments }: Counts): number => disagreeing / Math.max(1, assessments);
  const [worst] = districts
    .filter(
      ({ kind, assessments, disagreeing }) => kind === 'known' && assessments >= fewest && disagreeing > 0,
    )
    .toSorted((a, b) => share(b) - share(a));
  const all = sum(districts);
  if (worst !== undefined)
    return titles.districts(worst.name, String(worst.disagreeing), String(worst.assessments));
  return all.disagreeing === 0
    ? titles.districtsNone(String(all.assessments))
    : titles.districtsSome(String(all.disagreeing), String(all.assessments));
}

function yearName(year: number | null, { unknownYear }: PlotWords): string {
  return year === null ? unknownYear : String(year);
}

type Years = { readonly years: readonly (number | null)[]; readonly words: PlotWords };

function option(districts: readonly District[], { years, words }: Years, palette: Palette) {
  const cells = districts.flatMap(({ years: counts }, row) =>
    years.flatMap((year, column) => {
      const count = counts.get(year);
      if (count === undefined) return [];
      const share = count.disagreeing / Math.max(1, count.assessments);
      return [
        {
          value: [column, row, share],
          label: {
            formatter: `${count.disagreeing}/${count.assessments}`,
            color: palette.onRamp[share > 0.6 ? 1 : 0],
          },
        },
      ];
    }),
  );
  const axis = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    grid: { left: 8, right: 8, top: 34, bottom: 8 },
    xAxis: {
      type: 'category',
      position: 'top',
      data: years.map((year) => yearName(year, words)),
      axisLabel: { color: palette.soft },
      ...axis,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: districts.map(({ name }) => name),
      axisLabel: { color: palette.ink, width: 170, overflow: 'truncate' },
      ...axis,
    },
    visualMap: { show: false, min: 0, max: 1, inRange: { color: [...palette.ramp] } },
    aria: { enabled: false },
    series: [
      {
        type: 'heatmap',
        data: cells,
        label: { show: true },
        itemStyle: { borderColor: palette.paper, borderWidth: 2 },
      },
    ],
  };
}

import { BarChart, CustomChart, HeatmapChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Language } from '../../model/localized.ts';
import { html } from '../html/markup.ts';
import { type Palette, palettes } from './palettes.ts';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  SVGRenderer,
  VisualMapComponent,
]);

/** Widths of letters in parts of the font's size: the faces above measured, a little more rather than less. */
const letterWidths = { wide: 1, narrow: 0.55 } as const;

// There is no canvas to measure a text with; the library's own guess is too narrow for Latin letters.
setPlatformAPI({
  measureText: (text, font) => {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12);
    const widths = [...text].map((letter) => letterWidths[letter > '\u2e7f' ? 'wide' : 'narrow']);
    return { width: size * widths.reduce<number>((sum, width) => sum + width, 0) };
  },
});

export type PlotSettings = {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width: number;
};

/** A plot: the sentence that it shows, the drawing, and the same as a table for those who do not see it. */
export type Plot = {
  readonly title: string;
  /** An SVG element without scripts, style attributes or references: it may stand in a page with a strict policy. */
  readonly svg: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
};

/** Without quotes: they would end the attribute that the library writes the names into. */
const fontFamily =
  'PingFang SC,Microsoft YaHei,Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei,sans-serif';

/** Patterns tell series apart without their colours; the first is plain. */
const decals = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [5, 5],
      [0, 5, 5, 0],
    ],
    dashArrayY: [5, 0],
    symbolSize: 0.6,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: Math.PI / 4 },
] as const;

/** A drawing's name among those of a page, its sentence, its height in CSS pixels. */
type Frame = { readonly id: string; readonly title: string; readonly height: number };

/** Draws an option of echarts as an SVG text; nothing of it moves, and no browser is needed. */
export function drawPlot(
  option: (palette: Palette) => EChartsCoreOption,
  { id, title, height }: Frame,
  { width, scheme }: PlotSettings,
): string {
  const palette = palettes[scheme];
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { fontFamily, color: palette.ink, fontSize: 13 },
      aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: inkedDecals(palette) } },
      ...option(palette),
    });
    return labelled(standalone(chart.renderToSVGString(), `${id}-${scheme}`), title);
  } finally {
    chart.dispose();
  }
}

function inkedDecals({ decal }: Palette): readonly object[] {
  return decals.map((pattern) => ({ ...pattern, color: decal }));
}

/**
 * Without the library's rules for pointers, its style attributes as plain ones (a page's policy may forbid styles), and with ids of
 * its own: several plots may stand in one page.
 */
function standalone(svg: string, id: string): string {
  return svg
    .replace(/<style\s*>.*?<\/style>/gs, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => style.replace(/([\w-]+):([^;]*);?/g, ' $1="$2"'))
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${id}-`);
}

function labelled(svg: string, title: string): string {
  const label = html`role="img" aria-label="${title}"`.source;
  return svg.replace('<svg ', `<svg ${label} `);
}

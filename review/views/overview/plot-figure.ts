import { html, type Markup } from '../../../reports/html/markup.ts';
import type { Plot, PlotSettings } from '../../../reports/plots/draw-plot.ts';
import type { Visit } from '../../route.ts';
import { wordsOf } from '../layout.ts';

/** CSS pixels in which a plot is drawn; the page shows it as wide as there is room. */
const width = 620;

type Scheme = PlotSettings['scheme'];

/** Which drawings a page needs: where the system decides on dark or light, the style sheet shows the one that fits. */
const schemes = { light: ['light'], dark: ['dark'], auto: ['light', 'dark'] } as const satisfies Readonly<
  Record<Visit['look']['theme'], readonly Scheme[]>
>;

/** A plot with the sentence that it shows, what it is about, and, folded, the figures that it is drawn from. */
export function plotFigure(visit: Visit, draw: (settings: PlotSettings) => Plot, about?: string): Markup {
  const { language, theme } = visit.look;
  const needed = schemes[theme];
  const plots = needed.map((scheme) => ({ scheme, plot: draw({ language, scheme, width }) }));
  const [first] = plots;
  if (first === undefined) return html``;
  const { title, table } = first.plot;
  const drawings = plots.map(({ scheme, plot }) =>
    needed.length === 1 ? inserted(plot.svg) : html`<div class="only-${scheme}">${inserted(plot.svg)}</div>`,
  );
  const figures =
    table.rows.length === 0
      ? undefined
      : html`<details><summary>${wordsOf(visit).overview.table}</summary><div class="scroll" tabindex="0"><table><thead><tr>${table.head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${table.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div></details>`;
  return html`<figure><figcaption>${title}${about === undefined ? undefined : html` <span class="meta">${about}</span>`}</figcaption>${table.rows.length === 0 ? undefined : drawings}${figures}</figure>`;
}

/** `drawPlot` makes it of our own elements; names in it are escaped, and nothing in it runs or refers. */
function inserted(svg: string): Markup {
  return { kind: 'markup', source: svg };
}

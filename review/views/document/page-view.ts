import type { Grid, Page } from '../../../model/extraction.ts';
import type { Box } from '../../../model/place.ts';
import type { RecordedDocument } from '../../../model/record.ts';
import { html, type Markup } from '../../../reports/html/markup.ts';
import type { ReviewWords } from '../../words/words.ts';
import { cellKey, type SourceMarks } from './source-marks.ts';

/** Where the pages' pictures come from. */
export type PageSource = { readonly kind: 'pdf' | 'picture'; readonly address: string };

/** Pages as they are printed, with a box on every cell that the record speaks of. Browser scripts draw and place them. */
export function pageView(
  { extraction }: RecordedDocument,
  marks: SourceMarks | undefined,
  { source, words }: { readonly source: PageSource; readonly words: ReviewWords },
): Markup {
  const boxes = Map.groupBy(
    marks === undefined
      ? []
      : boxesOf(
          extraction.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : [])),
          marks,
        ),
    ({ page }) => page,
  );
  const single = extraction.pages.length === 1 ? ' is-single' : '';
  return html`<div class="view pdf${single}" data-source="${source.kind}" data-address="${source.address}" data-failed="${words.document.pageFailed}">
<nav class="strip" aria-label="${words.document.pages}">${extraction.pages.map(({ number }) => html`<button type="button" data-to-page="${number}" aria-label="${words.document.page(String(number))}"><canvas width="66" height="10"></canvas>${number}</button>`)}</nav>
<div class="sheets" tabindex="0" role="region" aria-label="${words.document.source}">${extraction.pages.map((page) => sheet(page, boxes.get(page.number) ?? [], { source, words }))}</div></div>`;
}

type PlacedBox = {
  readonly page: number;
  readonly box: Box;
  readonly row: string;
  readonly field: string;
  readonly kind: 'line' | 'cell';
  readonly hasFinding: boolean;
};

function sheet(
  { number, width, height }: Page,
  boxes: readonly PlacedBox[],
  { source, words }: { readonly source: PageSource; readonly words: ReviewWords },
): Markup {
  const picture =
    source.kind === 'picture'
      ? html`<img src="${source.address}" alt="${words.document.page(String(number))}">`
      : html`<canvas></canvas>`;
  return html`<div class="sheet" data-page="${number}" data-width="${width}" data-height="${height}">${picture}<div class="boxes">${boxes.map(boxView)}</div></div>`;
}

/** Boxes are for the pointer; the keyboard moves through the record, which names the same things. */
function boxView({ box, row, field, kind, hasFinding }: PlacedBox): Markup {
  return html`<span class="box ${kind}${hasFinding ? ' has-finding' : ''}" data-row="${row}" data-field="${field}" data-box="${box.map((edge) => Math.round(edge * 10) / 10).join(' ')}"></span>`;
}

function boxesOf(grids: readonly Grid[], marks: SourceMarks): readonly PlacedBox[] {
  return grids.flatMap(({ cells }) => {
    const byRow = Map.groupBy(cells, ({ place }) => `${place.table}:${place.row}`);
    const lines = [...byRow].flatMap(([line, inLine]): readonly PlacedBox[] => {
      const row = marks.lines.get(line);
      const places = inLine.flatMap(({ rowSpan, place }) =>
        rowSpan === 1 && place.box && place.page ? [{ page: place.page, box: place.box }] : [],
      );
      const [first] = places;
      if (row === undefined || first === undefined) return [];
      const box = around(places.filter(({ page }) => page === first.page).map((place) => place.box));
      return [{ page: first.page, box, row, field: '', kind: 'line', hasFinding: false }];
    });
    const marked = cells.flatMap(({ place, continued = [] }): readonly PlacedBox[] => {
      const key = cellKey(place);
      const mark = key === undefined ? undefined : marks.cells.get(key);
      if (key === undefined || mark === undefined) return [];
      return [place, ...continued].flatMap(({ page, box }) =>
        page === undefined || box === undefined
          ? []
          : [{ page, box, ...mark, kind: 'cell', hasFinding: marks.findings.has(key) }],
      );
    });
    return [...lines, ...marked];
  });
}

function around(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}

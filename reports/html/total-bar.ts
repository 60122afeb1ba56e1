import type { ResultAssessment, ResultIndicator } from '../../model/result.ts';
import { countedRows, distanceOf, sumOf } from '../figures.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { html, type Markup } from './markup.ts';

/** The drawing's own units: its width stands for the full mark. */
const width = 1100;
const barTop = 30;
const barHeight = 34;

/** Colours of the style sheet; more groups than these begin again. */
const colours = 6;

type Segment = {
  readonly id: string;
  readonly name: string;
  readonly score: string;
  readonly group: number;
  readonly kind: 'printed' | 'implied';
};

type Scale = (figure: string) => number;

/**
 * The total built from its rows: a segment a row, coloured by its outermost group, implied scores after the printed ones,
 * the printed total as a mark. With `rowPrefix` each segment carries its row's id behind it in `data-row`, for a page with scripts.
 */
export function totalBar(assessment: ResultAssessment, words: Words, rowPrefix?: string): Markup | undefined {
  const groups = [...new Set(assessment.indicators.map(({ path }) => path[0] ?? ''))];
  const counted = countedRows(assessment);
  const segments = segmentsOf(
    assessment,
    counted.way === 'other' ? assessment.indicators : counted.rows,
    groups,
  );
  if (segments.length === 0) return undefined;
  const sum = sumOf(segments.filter(({ kind }) => kind === 'printed').map(({ score }) => score));
  const scale = scaleOf(assessment, sumOf(segments.map(({ score }) => score)));
  const { printed } = assessment.total;
  return html`<figure><svg viewBox="0 0 ${width} 104" role="img" aria-label="${words.phrases.barAlt(printed ?? '–', sum)}">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="var(--ink)" stroke-width="2.4"/></pattern></defs>
<rect x="0" y="${barTop}" width="${width}" height="${barHeight}" fill="var(--wash)" stroke="var(--line)"/>
${drawSegments(segments, scale, rowPrefix)}
${gap(assessment, sum, scale)}
${printed === null ? undefined : mark({ figure: printed, label: `${words.labels.printedTotal} ${printed}`, side: 'above' }, scale)}
${mark({ figure: sum, label: `${counted.way === 'other' ? words.labels.rowsAdded : words.labels.sumOfScores} ${sum}`, side: 'below' }, scale)}
</svg>${legend({ assessment, groups, segments, words })}</figure>`;
}

function segmentsOf(
  { total }: ResultAssessment,
  rows: readonly ResultIndicator[],
  groups: readonly string[],
): readonly Segment[] {
  const implied = new Map(total.implied.map(({ indicator, score }) => [indicator, score]));
  const segments = rows.flatMap(({ id, path, selfScore }): readonly Segment[] => {
    const score = selfScore ?? implied.get(id);
    if (score === undefined || score === '0' || score.startsWith('-')) return [];
    const kind = selfScore === null ? 'implied' : 'printed';
    return [{ id, name: path.at(-1) ?? id, score, kind, group: groups.indexOf(path[0] ?? '') % colours }];
  });
  return segments.toSorted((a, b) => Number(a.kind === 'implied') - Number(b.kind === 'implied'));
}

/** Lengths in a drawing need no exactness: this is the one place where figures become floats. */
function scaleOf({ total }: ResultAssessment, sum: string): Scale {
  const full = Math.max(...[total.printedMax ?? '100', total.printed ?? '0', sum].map(Number), 1);
  return (figure) => Math.round((Math.max(0, Number(figure)) / full) * width * 100) / 100;
}

function drawSegments(
  segments: readonly Segment[],
  scale: Scale,
  rowPrefix: string | undefined,
): readonly Markup[] {
  let start = '0';
  return segments.map(({ id, name, score, kind, group }) => {
    const row = rowPrefix === undefined ? undefined : html` data-row="${rowPrefix}${id}"`;
    const left = scale(start);
    start = sumOf([start, score]);
    const fill = kind === 'implied' ? 'url(#hatch)' : `var(--g${group})`;
    return html`<rect x="${left}" y="${barTop}" width="${Math.max(0, scale(start) - left)}" height="${barHeight}" fill="${fill}" stroke="var(--paper)" stroke-width="1.5"${row}><title>${visibleLine(name)} ${score}</title></rect>`;
  });
}

/** Between the sum and the printed total, where nothing fills it and the total disagrees. */
function gap({ total }: ResultAssessment, sum: string, scale: Scale): Markup | undefined {
  if (total.printed === null || total.verdict !== 'disagrees') return undefined;
  const [left, right] = [scale(sum), scale(total.printed)].sort((a, b) => a - b);
  if (left === undefined || right === undefined) return undefined;
  return html`<rect x="${left}" y="${barTop}" width="${Math.max(2, right - left)}" height="${barHeight}" fill="url(#hatch)" stroke="var(--bad)" stroke-width="2"/>`;
}

type Mark = { readonly figure: string; readonly label: string; readonly side: 'above' | 'below' };

function mark({ figure, label, side }: Mark, scale: Scale): Markup {
  const x = scale(figure);
  const anchor = x > width / 2 ? 'end' : 'start';
  const bottom = barTop + barHeight;
  const [from, to, text] =
    side === 'above' ? [barTop - 10, bottom, barTop - 14] : [barTop, bottom + 10, bottom + 27];
  return html`<path d="M${x} ${from}V${to}" stroke="var(--ink)" stroke-width="2"/><text x="${x}" y="${text}" text-anchor="${anchor}">${label}</text>`;
}

type Legend = {
  readonly assessment: ResultAssessment;
  readonly groups: readonly string[];
  readonly segments: readonly Segment[];
  readonly words: Words;
};

function legend({ assessment, groups, segments, words }: Legend): Markup {
  const { total } = assessment;
  const shown = groups.slice(0, colours).map((name, index) => {
    const scores = segments
      .filter(({ group, kind }) => group === index && kind === 'printed')
      .map(({ score }) => score);
    return html`<li><i class="swatch plain g${index}"></i>${visibleLine(name)} ${sumOf(scores)}</li>`;
  });
  const implied = segments.filter(({ kind }) => kind === 'implied').map(({ score }) => score);
  const fills =
    implied.length === 0
      ? undefined
      : html`<li><i class="swatch hatch"></i>${words.labels.impliedScore} ${implied.join(' + ')}</li>`;
  const differs =
    total.verdict === 'disagrees' && total.printed !== null && total.low === total.high
      ? html`<li><i class="swatch hatch"></i>${words.labels.gap} ${distanceOf(total.printed, total.low)}</li>`
      : undefined;
  return html`<ul class="legend">${shown}${fills}${differs}</ul>`;
}

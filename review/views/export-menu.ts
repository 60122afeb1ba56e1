import { html, type Markup } from '../../reports/html/markup.ts';
import { exportFormats } from '../exports/formats.ts';
import type { Visit } from '../route.ts';
import { wordsOf } from './layout.ts';

/** The files that can be had of what the query names; they hold whole documents with the decisions about them. */
export function exportMenu(visit: Visit, query: URLSearchParams): Markup {
  const { exports } = wordsOf(visit);
  const address = (format: string): string => {
    const whole = new URLSearchParams(query);
    whole.set('format', format);
    return `/export?${whole.toString()}`;
  };
  return html`<details class="menu"><summary class="button">⤓ ${exports.title}</summary><div><p class="meta">${exports.hint}</p><ul>${exportFormats.map((format) => html`<li><a href="${address(format)}">${exports.formats[format]}</a></li>`)}</ul></div></details>`;
}

/** The same for what is selected; it stands inside the form of the selection. */
export function exportSelected(visit: Visit): Markup {
  const { exports } = wordsOf(visit);
  return html`<span class="row-of"><label class="unseen" for="export-format">${exports.format}</label><select name="format" id="export-format">${exportFormats.map((format) => html`<option value="${format}">${exports.formats[format]}</option>`)}</select><button formaction="/export" title="${exports.hint}">⤓ ${exports.title}</button></span>`;
}

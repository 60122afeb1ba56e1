import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../model/localized.ts';
import type { DecisionOf } from '../decision.ts';
import type { Ending, ReportSink } from '../report-sink.ts';
import { addToTally, emptyTally } from '../tally.ts';
import { visibleLine } from '../visible-text.ts';
import { wordsIn } from '../words/index.ts';
import type { Words } from '../words/words.ts';
import { documentArticle } from './document-article.ts';
import { html, type Markup } from './markup.ts';
import { pageFoot, pageHead } from './page.ts';
import { countTiles, summaryPart, summaryRows } from './summary-table.ts';

/** A document's details, rendered. */
type Article = {
  readonly number: number;
  readonly file: string;
  readonly engine: string;
  readonly body: Markup;
};

/** Its lines in the summary, for either way of keeping the details. */
type Rows = { readonly inline: Markup; readonly paged: Markup };

export type HtmlReportSettings = {
  /** An existing folder. */
  readonly folder: string;
  readonly language: Language;
  /** Details that `index.html` holds itself, in characters; 8 million open in a browser at once. */
  readonly inlineCharacters?: number;
  readonly decisionOf?: DecisionOf;
};

/**
 * The report as web pages: `index.html` alone while it stays small; beyond that each document gets a page of its own in
 * `documents/` and `index.html` keeps the summary.
 */
export function htmlReport({
  folder,
  language,
  inlineCharacters = 8_000_000,
  decisionOf,
}: HtmlReportSettings): ReportSink {
  const words = wordsIn[language];
  const rows: Rows[] = [];
  const held: Article[] = [];
  let characters = 0;
  let tally = emptyTally;

  const spill = async (): Promise<void> => {
    for (const article of held.splice(0)) await writeDocumentPage(folder, article, words);
  };

  return {
    write: async (result) => {
      const number = tally.files + 1;
      tally = addToTally(tally, result);
      const body = documentArticle(result, anchorOf(number), { words, decisionOf });
      rows.push({
        inline: summaryRows(result, `#${anchorOf(number)}`, words),
        paged: summaryRows(result, pageOf(number), words),
      });
      held.push({ number, file: result.file, engine: result.engine, body });
      characters += body.source.length;
      if (characters > inlineCharacters) await spill();
    },
    finish: async (ending) => {
      const way = characters > inlineCharacters ? 'paged' : 'inline';
      const page = html`${pageHead(words.labels.reportTitle, words)}${opening(ending, tally.files, words)}${countTiles(tally, words)}</header>
<main id="top"><h2>${words.labels.summary}</h2><div class="scroll">${summaryPart(
        tally,
        rows.map((row) => row[way]),
        words,
      )}</div>
${held.map(({ body }) => body)}</main>
${pageFoot(held[0]?.engine ?? '', words)}`;
      await writeFile(path.join(folder, 'index.html'), page.source);
    },
  };
}

function opening(ending: Ending, files: number, words: Words): Markup {
  const stopped =
    ending === 'complete' ? undefined : html`<p class="stop">${words.phrases.interrupted(String(files))}</p>`;
  return html`<header class="top"><h1>${words.labels.reportTitle}</h1><p class="lead">${words.purpose}</p><p class="caution">${words.caution}</p>${stopped}`;
}

async function writeDocumentPage(folder: string, article: Article, words: Words): Promise<void> {
  const target = path.join(folder, pageOf(article.number));
  await mkdir(path.dirname(target), { recursive: true });
  const page = html`${pageHead(visibleLine(article.file), words)}<main><p class="back"><a href="../index.html">${words.labels.backToSummary}</a></p>${article.body}</main>
${pageFoot(article.engine, words)}`;
  await writeFile(target, page.source);
}

const anchorOf = (number: number): string => `d${number}`;

const pageOf = (number: number): string => `documents/${String(number).padStart(4, '0')}.html`;

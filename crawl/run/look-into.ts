import { addressKey } from '../discover/address-key.ts';
import { decodePage } from '../discover/decode-page.ts';
import type { JudgedLinks, LinkJudge } from '../discover/judge-links.ts';
import { listEndpoints, nextEndpointPage } from '../discover/list-endpoints.ts';
import { countedPages } from '../discover/next-pages.ts';
import type { PageLink } from '../discover/page-link.ts';
import { type ReadPage, readPage } from '../discover/read-page.ts';
import { readRecords } from '../discover/read-records.ts';
import type { WordScore } from '../discover/score-words.ts';
import type { FrontierEntry, LinkKind } from '../memory/crawl-memory.ts';
import type { Fetched } from '../request/fetched.ts';

/** What an answer is for the crawl: a document or not, and where it leads. */
export type LookedInto = JudgedLinks & {
  readonly holds: 'page' | 'document' | 'nothing';
  /** The document's name, where it is one. */
  readonly name: string;
  /** What a visitor of a page sees. */
  readonly visible: string;
};

/** Largest page that is looked into for links, in bytes; larger ones are data or an attack. */
const largestPage = 8 * 1024 * 1024;

/** A title that speaks this clearly against it makes a page with a table no document. */
const otherTitle = -4;

export type Look = {
  readonly judge: LinkJudge;
  readonly score: WordScore;
  readonly wantsPages: 'pages-too' | 'files-only';
};

const nothing: LookedInto = { holds: 'nothing', name: '', visible: '', found: [], skipped: [] };

/** Tells by the bytes what came, and reads what leads on from it. */
export function lookInto(entry: FrontierEntry, fetched: Fetched, look: Look): LookedInto {
  switch (fetched.kind) {
    case 'html':
      return lookIntoPage(entry, fetched, look);
    case 'json':
      return entry.kind === 'file' ? nothing : lookIntoData(entry, fetched, look);
    case 'text':
      if (entry.kind === 'file' && /\.csv$/i.test(entry.label))
        return { ...nothing, holds: 'document', name: entry.label };
      return entry.kind === 'file' ? nothing : lookIntoData(entry, fetched, look);
    case 'empty':
    case 'unknown':
      return nothing;
    case 'image':
      return entry.kind === 'file' ? { ...nothing, holds: 'document', name: entry.label } : nothing;
    default:
      return { ...nothing, holds: 'document', name: entry.label };
  }
}

function lookIntoPage(entry: FrontierEntry, { bytes, url, evidence }: Fetched, look: Look): LookedInto {
  if (bytes.length > largestPage) return nothing;
  const text = decodePage(bytes, evidence.headers['content-type']);
  // Answers of list endpoints are mark-up without a page around it.
  if (entry.kind === 'data') return lookIntoData(entry, { bytes, url, evidence }, look);
  const page = readPage(text, url);
  const about = `${page.title} ${page.column}`;
  const judged = look.judge(page.links, { entry, url, about });
  const isDocument =
    page.holdsTable && look.wantsPages === 'pages-too' && look.score(page.title) > otherTitle;
  return {
    holds: isDocument ? 'document' : 'page',
    name: page.title || entry.label,
    visible: page.visible,
    found: [...judged.found, ...furtherLists(entry, page)],
    skipped: judged.skipped,
  };
}

/** Pages of the list and answers of its endpoints: no link of the page leads to them. */
function furtherLists(entry: FrontierEntry, page: ReadPage): readonly FrontierEntry[] {
  const context = `${page.title} ${page.column}`.slice(0, 200);
  const counted = countedPages(page).map((url) => listEntry(url, 'list', { entry, context, from: page.url }));
  const endpoints = listEndpoints(page)
    .filter((url) => new URL(url).host === new URL(page.url).host)
    .map((url) => listEntry(url, 'data', { entry, context, from: page.url }));
  return [...counted, ...endpoints];
}

function lookIntoData(
  entry: FrontierEntry,
  { bytes, url, evidence }: Pick<Fetched, 'bytes' | 'url' | 'evidence'>,
  look: Look,
): LookedInto {
  const links: readonly PageLink[] = readRecords(decodePage(bytes, evidence.headers['content-type']), url);
  const base = links.length === 0 ? undefined : nextEndpointPage(url);
  const judged = look.judge(links, { entry, url, about: entry.context ?? '' });
  const context = entry.context ?? '';
  const next = base === undefined ? [] : [listEntry(base, 'data', { entry, context, from: url })];
  return { holds: 'page', name: '', visible: '', found: [...judged.found, ...next], skipped: judged.skipped };
}

type ListOrigin = { readonly entry: FrontierEntry; readonly context: string; readonly from: string };

function listEntry(url: string, kind: LinkKind, { entry, context, from }: ListOrigin): FrontierEntry {
  const score = kind === 'data' ? 200 : 60;
  const label = kind === 'data' ? '(data)' : '(page)';
  return {
    key: addressKey(url),
    url,
    kind,
    depth: entry.depth,
    score,
    state: 'waiting',
    label,
    parent: from,
    context,
  };
}

import { accept, type Result } from '../../model/outcome-channels.ts';
import { addressKey } from '../discover/address-key.ts';
import type { JudgedLinks, LinkJudge } from '../discover/judge-links.ts';
import type { WordScore } from '../discover/score-words.ts';
import type { FrontierEntry, LinkKind } from '../memory/crawl-memory.ts';
import type { PageReader } from '../reader/page-reader.ts';
import type { ReadContent } from '../reader/read-content.ts';
import type { Fetched } from '../request/fetched.ts';

/** What an answer is for the crawl: a document or not, and where it leads. */
export type LookedInto = JudgedLinks & {
  readonly holds: 'page' | 'document' | 'nothing';
  /** The document's name, where it is one. */
  readonly name: string;
  /** What a visitor of a page sees. */
  readonly visible: string;
};

/** A title that speaks this clearly against it makes a page with a table no document. */
const otherTitle = -4;

export type Look = {
  readonly reader: PageReader;
  readonly judge: LinkJudge;
  readonly score: WordScore;
  readonly wantsPages: 'pages-too' | 'files-only';
};

const nothing: LookedInto = { holds: 'nothing', name: '', visible: '', found: [], skipped: [] };

/** Tells by the bytes what came, and reads what leads on from it; refused where a page went beyond the limits of its reading. */
export async function lookInto(
  entry: FrontierEntry,
  fetched: Fetched,
  look: Look,
): Promise<Result<LookedInto>> {
  switch (fetched.kind) {
    case 'html':
      // Answers of list endpoints are mark-up without a page around it.
      return entry.kind === 'data' ? lookIntoData(entry, fetched, look) : lookIntoPage(entry, fetched, look);
    case 'json':
      return entry.kind === 'file' ? accept(nothing) : lookIntoData(entry, fetched, look);
    case 'text':
      if (entry.kind === 'file' && /\.csv$/i.test(entry.label)) return accept(documentNamed(entry));
      return entry.kind === 'file' ? accept(nothing) : lookIntoData(entry, fetched, look);
    case 'empty':
    case 'unknown':
      return accept(nothing);
    case 'image':
      return accept(entry.kind === 'file' ? documentNamed(entry) : nothing);
    default:
      return accept(documentNamed(entry));
  }
}

const documentNamed = ({ label }: FrontierEntry): LookedInto => ({
  ...nothing,
  holds: 'document',
  name: label,
});

function read(
  as: 'page' | 'data',
  { bytes, url, evidence }: Fetched,
  { reader }: Look,
): Promise<Result<ReadContent>> {
  return reader.read({ as, bytes, url, contentType: evidence.headers['content-type'] });
}

async function lookIntoPage(entry: FrontierEntry, fetched: Fetched, look: Look): Promise<Result<LookedInto>> {
  const answer = await read('page', fetched, look);
  if (!answer.ok) return answer;
  const page = answer.value;
  const about = `${page.title} ${page.column}`;
  const judged = look.judge(page.links, { entry, url: page.url, about });
  const isDocument =
    page.holdsTable && look.wantsPages === 'pages-too' && look.score(page.title) > otherTitle;
  return accept({
    holds: isDocument ? 'document' : 'page',
    name: page.title || entry.label,
    visible: page.visible,
    found: [...judged.found, ...furtherLists(entry, page, about.slice(0, 200))],
    skipped: judged.skipped,
  });
}

async function lookIntoData(entry: FrontierEntry, fetched: Fetched, look: Look): Promise<Result<LookedInto>> {
  const answer = await read('data', fetched, look);
  if (!answer.ok) return answer;
  const context = entry.context ?? '';
  const judged = look.judge(answer.value.links, { entry, url: fetched.url, about: context });
  return accept({
    holds: 'page',
    name: '',
    visible: '',
    found: [...judged.found, ...furtherLists(entry, answer.value, context)],
    skipped: judged.skipped,
  });
}

/** Pages of the list and answers of its endpoints: no link of the page leads to them. */
function furtherLists(entry: FrontierEntry, page: ReadContent, context: string): readonly FrontierEntry[] {
  const origin = { entry, context, from: page.url };
  return [
    ...page.counted.map((url) => listEntry(url, 'list', origin)),
    ...page.endpoints.map((url) => listEntry(url, 'data', origin)),
  ];
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

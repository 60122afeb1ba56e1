import { decodePage } from '../discover/decode-page.ts';
import { listEndpoints, nextEndpointPage } from '../discover/list-endpoints.ts';
import { countedPages } from '../discover/next-pages.ts';
import type { PageLink } from '../discover/page-link.ts';
import { type ReadPage, readPage } from '../discover/read-page.ts';
import { readRecords } from '../discover/read-records.ts';

/** What came from an address, and what it is to be read as: a page, or the answer of a list endpoint. */
export type Content = {
  readonly as: 'page' | 'data';
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly url: string;
};

/** A page and where it leads on to: `counted` are the further pages of its list, `endpoints` what its scripts ask. */
export type ReadContent = Omit<ReadPage, 'scripts'> & {
  readonly counted: readonly string[];
  readonly endpoints: readonly string[];
};

/** Reads a page, or the links in the answer of an endpoint and the address of its next page. */
export function readContent({ as, bytes, contentType, url }: Content): ReadContent {
  const text = decodePage(bytes, contentType);
  if (as === 'data') return readData(readRecords(text, url), url);
  const { scripts, ...page } = readPage(text, url);
  return {
    ...page,
    counted: countedPages({ scripts, url }),
    endpoints: listEndpoints({ scripts, url }).filter((each) => new URL(each).host === new URL(url).host),
  };
}

/** An answer without links is the last one. */
function readData(links: readonly PageLink[], url: string): ReadContent {
  const next = links.length === 0 ? undefined : nextEndpointPage(url);
  return {
    url,
    title: '',
    column: '',
    links,
    holdsTable: false,
    visible: '',
    counted: [],
    endpoints: next === undefined ? [] : [next],
  };
}

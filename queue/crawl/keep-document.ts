import type { CrawledDocument } from '../../crawl/run/crawl-settings.ts';
import type { Origin } from '../../model/origin.ts';
import { priorities } from '../../store/ledger/stages.ts';
import type { Store } from '../../store/open-store.ts';
import { acceptFile } from '../accept-file.ts';

/** Takes a crawled document into the record, with how it was fetched; its check is due from then on. */
export async function keepDocument(store: Store, document: CrawledDocument): Promise<void> {
  const accepted = await acceptFile(store, {
    bytes: document.bytes,
    origin: originOf(document),
    tags: [],
    priority: priorities.crawl,
  });
  // A fetch has a lower cap than the record.
  if (!accepted.ok) throw new Error(`${document.url}: ${accepted.refusal.message.en}`);
}

function originOf({ name, url, site, evidence, foundOn, linkText }: CrawledDocument): Origin {
  const last = evidence.hops.at(-1);
  return {
    kind: 'url',
    name,
    url,
    site,
    evidence: {
      url: evidence.requested,
      finalUrl: last?.url ?? url,
      redirects: evidence.hops.slice(0, -1),
      status: last?.status ?? 200,
      headers: evidence.headers,
      fetchedAt: evidence.fetchedAt,
      ...(foundOn === undefined ? {} : { foundOn }),
      linkText,
    },
  };
}

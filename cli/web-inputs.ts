import { linkLook } from '../crawl/discover/link-looks.ts';
import { openMeans } from '../crawl/open-means.ts';
import type { PageReader } from '../crawl/reader/page-reader.ts';
import type { Client, GetOptions } from '../crawl/request/client.ts';
import type { Fetched } from '../crawl/request/fetched.ts';
import { accept, type Result, refuse } from '../model/outcome-channels.ts';
import { engineVersion } from '../pipeline/engine-version.ts';
import { loadConfig } from './config/load-config.ts';
import type { Input } from './input.ts';

/** Pause between two requests to a host, in milliseconds: a person waits for it. */
const pauseMilliseconds = 500;

/** Attachments of a page that are fetched; no article has more. */
const mostAttachments = 200;

/**
 * What an address leads to: the document there, or the page and the files that it links, each fetched when its turn comes. A person
 * asked for this one page, so robots.txt, which is for crawlers, is not asked; what may be connected to is checked as always.
 */
export async function* webInputs(address: string): AsyncGenerator<Input> {
  const config = await loadConfig({ environment: process.env, folder: process.cwd() });
  const { contact, allowPrivate } = config.crawl;
  const { client, turns, reader } = openMeans({ version: engineVersion, contact, allowPrivate });
  // The port that a person typed is meant.
  const ports = URL.canParse(address) ? [new URL(address).host] : [];
  const options: GetOptions = {
    ports,
    gate: async (url) => accept(await turns.take(url.host, pauseMilliseconds)),
  };
  const got = await fetchContent(client, address, options);
  if (!got.ok) {
    yield { kind: 'refused', file: address, refusal: got.refusal };
    return;
  }
  yield { kind: 'web', file: address, read: async () => accept(got.value.bytes) };
  const attachments = await attachmentsOf(got.value, reader);
  await reader.close();
  for (const file of attachments)
    yield {
      kind: 'web',
      file,
      read: async () => {
        const content = await fetchContent(client, file, options);
        return content.ok ? accept(content.value.bytes) : content;
      },
    };
}

async function fetchContent(client: Client, address: string, options: GetOptions): Promise<Result<Fetched>> {
  const got = await client.get(address, options);
  if (!got.ok || got.value.status === 200) return got;
  const { status } = got.value;
  return refuse('request/status', { zh: `网站答复 ${status}`, en: `the site answered ${status}` });
}

/** None where the page cannot be read within the limits: its own check says what is wrong with it. */
async function attachmentsOf(
  { kind, bytes, url, evidence }: Fetched,
  reader: PageReader,
): Promise<readonly string[]> {
  if (kind !== 'html') return [];
  const read = await reader.read({ as: 'page', bytes, url, contentType: evidence.headers['content-type'] });
  if (!read.ok) return [];
  const files = read.value.links.filter((link) => linkLook(link) === 'file').map((link) => link.url);
  return [...new Set(files)].slice(0, mostAttachments);
}

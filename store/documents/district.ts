import type { Origin } from '../../model/origin.ts';

/** The district a document is counted under: its first tag, or the host that published it, or `''`. */
export function districtOf(origin: Origin, tags: readonly string[]): string {
  const [tag] = tags;
  if (tag !== undefined) return tag;
  return origin.kind === 'url' && URL.canParse(origin.url) ? new URL(origin.url).host : '';
}

import { z } from 'zod';
import type { Settings } from '../../store/settings/settings.ts';

/** What the record knows of a site's schedule. Times are milliseconds since 1970. */
export type SiteState = {
  /** When its last crawl began, or when the site became known. */
  readonly last: number;
  /** A crawl began and has not ended: it stopped, or its process died. */
  readonly isUnfinished: boolean;
};

const stateSchema = z.object({ last: z.number(), isUnfinished: z.boolean() });

const keyOf = (site: string): string => `schedule/${site}`;

/** The state of a site; one that is met for the first time counts from now on. */
export async function siteState(settings: Settings, site: string, now: Date): Promise<SiteState> {
  const known = stateSchema.safeParse(await settings.get(keyOf(site)));
  if (known.success) return known.data;
  const first: SiteState = { last: now.getTime(), isUnfinished: false };
  await settings.set(keyOf(site), first);
  return first;
}

export function noteStart(settings: Settings, site: string, now: Date): Promise<void> {
  return settings.set(keyOf(site), { last: now.getTime(), isUnfinished: true });
}

/** Ends a crawl; the time of its start stays. */
export async function noteEnd(settings: Settings, site: string): Promise<void> {
  const known = stateSchema.safeParse(await settings.get(keyOf(site)));
  if (known.success) await settings.set(keyOf(site), { ...known.data, isUnfinished: false });
}

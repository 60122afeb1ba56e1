import { isSameLook, type Look } from './look.ts';

/** A file that was noticed, and since when it has looked the same. */
export type Sighting = { readonly look: Look; readonly since: number };

/** Empty files are often the first that is seen of a slow copy; they are given this many times the usual rest. */
const emptyFactor = 10;

/** What is known of a file after another look at it. */
export function sightAgain(before: Sighting | undefined, look: Look, now: number): Sighting {
  return before !== undefined && isSameLook(look, before.look) ? before : { look, since: now };
}

/**
 * Milliseconds until a file may be taken, 0 when it may be now. Its own time only tells that it changed, not when: copying tools
 * set it as they like, and a share's clock may go wrong.
 */
export function restLeft({ look, since }: Sighting, restInMilliseconds: number, now: number): number {
  const rest = look.size === 0 ? restInMilliseconds * emptyFactor : restInMilliseconds;
  return Math.max(0, since + rest - now);
}

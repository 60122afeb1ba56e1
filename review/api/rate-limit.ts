/** Counts a request of somebody, and gives the seconds that they have to wait; 0: none. */
export type RateLimit = (name: string) => number;

/** Requests that may come at once, and how many a second after that. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** A program that pages through everything stays below it; one that runs wild does not stop the others. */
export const usualRate: Rate = { burst: 120, perSecond: 10 };

/** Names that are remembered; the oldest are forgotten first, and begin with a full bucket again. */
const mostNames = 10_000;

/** One bucket a name, filled as time passes. */
export function createRateLimit({ burst, perSecond }: Rate, now: () => number = Date.now): RateLimit {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return (name) => {
    const at = now();
    const bucket = buckets.get(name) ?? { left: burst, at };
    const left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    buckets.delete(name);
    buckets.set(name, { left: left < 1 ? left : left - 1, at });
    const [oldest] = buckets.keys();
    if (buckets.size > mostNames && oldest !== undefined) buckets.delete(oldest);
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0;
  };
}

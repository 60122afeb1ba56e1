import { skipReasons } from '../../crawl/discover/skip-reasons.ts';
import type { RunSummary } from '../../crawl/memory/crawl-memory.ts';
import { runSummarySchema } from '../../crawl/memory/memory-schemas.ts';
import type { Localized } from '../../model/localized.ts';

/** How a crawl went, out of the record; undefined where another version kept it in another way. */
export function readRunSummary(kept: unknown): RunSummary | undefined {
  return runSummarySchema.safeParse(kept).data;
}

/** Why an address was left alone, in words; undefined for a code that is not the crawler's own. */
export function skipReasonInWords(reason: string): Localized | undefined {
  const known: Readonly<Record<string, Localized>> = skipReasons;
  return Object.hasOwn(known, reason) ? known[reason] : undefined;
}

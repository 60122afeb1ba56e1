import type { CrawlMemory, CrawlRun, CrawlStep, RunTotals } from '../../crawl/memory/crawl-memory.ts';
import { keptEntrySchema, rememberedSchema, runSummarySchema } from '../../crawl/memory/memory-schemas.ts';
import { noTotals } from '../../crawl/memory/no-totals.ts';
import type { CrawlRecords, CrawlRunRecord } from '../../store/crawl/crawl-records.ts';

/** The crawler's memory in the store. The store keeps the crawler's words as JSON; they are looked at again when they come back. */
export function storedMemory(records: CrawlRecords): CrawlMemory {
  return {
    openRun: (site) => openRun(records, site),
    frontier: async (run) =>
      (await records.frontier(Number(run.id))).map((entry) => keptEntrySchema.parse(entry)),
    recall: async (site, key) => {
      const value = await records.recall(site, key);
      return value === undefined ? undefined : rememberedSchema.parse(value);
    },
    documents: (site) => records.documents(site),
    record: (run, step) => records.record(recordOf(run), stepRecord(step)),
    closeRun: (run, summary) => records.closeRun(Number(run.id), summary),
    runs: async (site, limit) => {
      const runs = await records.runs(site, limit);
      return runs.map(({ id, startedAt, summary }) => ({
        ...runSummarySchema.parse(summary),
        id: String(id),
        startedAt: new Date(startedAt).toISOString(),
      }));
    },
    raise: (site, { kind, ...detail }) => records.raise(site, kind, detail),
    settle: (site, kind) => records.settle(site, kind),
  };
}

async function openRun(records: CrawlRecords, site: string): Promise<CrawlRun> {
  const { id, startedAt, resumed } = await records.openRun(site);
  const totals = resumed ? await totalsOf(records, id) : noTotals;
  return { id: String(id), site, startedAt: new Date(startedAt).toISOString(), resumed, totals };
}

/** The totals of the last step: none of its counts ever falls. */
async function totalsOf(records: CrawlRecords, run: number): Promise<RunTotals> {
  const kept = (await records.frontier(run)).flatMap((entry) => keptEntrySchema.parse(entry).totals ?? []);
  const sizeOf = (totals: RunTotals): number =>
    Object.values(totals).reduce((sum: number, count: number) => sum + count, 0);
  return kept.reduce((most, totals) => (sizeOf(totals) > sizeOf(most) ? totals : most), noTotals);
}

function recordOf({ id, site, startedAt, resumed }: CrawlRun): CrawlRunRecord {
  return { id: Number(id), site, startedAt: Date.parse(startedAt), resumed };
}

function stepRecord({
  entry,
  outcome,
  remembered,
  found,
  skipped,
  totals,
}: CrawlStep): Parameters<CrawlRecords['record']>[1] {
  const { key, url, label } = entry;
  return {
    address: { key, url, label },
    entry: { ...entry, totals },
    outcome: outcome.document ?? outcome.kind,
    reason: outcome.refusal?.code,
    detail: outcome.refusal?.message,
    remembered: remembered && { holds: remembered.holds, sha256: remembered.sha256, value: remembered },
    found: found.map((each) => ({ key: each.key, entry: each })),
    skipped: skipped.map((each) => ({
      key: each.key,
      url: each.url,
      label: each.label,
      reason: each.reason,
    })),
  };
}

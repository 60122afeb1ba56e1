import { z } from 'zod';
import type { FrontierEntry, Remembered, RunSummary } from './crawl-memory.ts';

const count = z.int().min(0);

const totalsSchema = z.object({
  pages: count,
  files: count,
  bytes: count,
  unchanged: count,
  documents: count,
  newDocuments: count,
  changedDocuments: count,
  withdrawnDocuments: count,
  failed: count,
  skipped: count,
});

/** An entry as a memory keeps it, with the totals of the run when it was dealt with. */
export const keptEntrySchema = z.object({
  key: z.string(),
  url: z.string(),
  kind: z.enum(['start', 'list', 'page', 'data', 'file']),
  depth: z.int(),
  score: z.number(),
  state: z.enum(['waiting', 'done', 'skipped']),
  label: z.string(),
  parent: z.string().optional(),
  attempts: z.int().optional(),
  context: z.string().optional(),
  totals: totalsSchema.optional(),
});

export const rememberedSchema: z.ZodType<Remembered> = z.object({
  url: z.string(),
  sha256: z.string(),
  finalUrl: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  fetchedAt: z.string(),
  size: count,
  holds: z.enum(['page', 'document', 'nothing']),
  links: z.array(keptEntrySchema satisfies z.ZodType<FrontierEntry>).readonly(),
});

export const runSummarySchema: z.ZodType<RunSummary> = z.object({
  finishedAt: z.string(),
  outcome: z.enum(['complete', 'budget', 'dead']),
  totals: totalsSchema,
});

import { z } from 'zod';
import { findingCodeSchema, severitySchema } from '../../model/finding.ts';
import { localizedSchema } from '../../model/localized.ts';
import { placeSchema } from '../../model/place.ts';
import { dismissReasonSchema, reviewStateSchema, verdictOnFindingSchema } from '../../model/review.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';
import type { ListedFinding } from '../../store/findings/work-list.ts';
import type { ReviewAct } from '../../store/reviews/reviews.ts';

/** The JSON of the interface, and how the record's values become it: `null` where something is not known, times in ISO 8601. */

const moment = z.iso.datetime();

export const documentSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  mediaType: z.string().nullable(),
  addedAt: moment,
  status: z.enum(['waiting', 'checked', 'no-assessment', 'unreadable', 'failed']),
  errorCode: z.string().nullable(),
  district: z.string(),
  source: z.enum(['path', 'upload', 'url']),
  unit: z.string().nullable(),
  title: z.string().nullable(),
  year: z.int().nullable(),
  form: z.string().nullable(),
  withdrawnAt: moment.nullable(),
});

export function documentOf(document: StoredDocument): z.infer<typeof documentSchema> {
  const { withdrawnAt, addedAt } = document;
  return {
    sha256: document.sha256,
    name: document.name,
    size: document.size,
    mediaType: document.mediaType ?? null,
    addedAt: isoOf(addedAt),
    status: document.status,
    errorCode: document.errorCode ?? null,
    district: document.district,
    source: document.source,
    unit: document.unit ?? null,
    title: document.title ?? null,
    year: document.year ?? null,
    form: document.form ?? null,
    withdrawnAt: withdrawnAt === undefined ? null : isoOf(withdrawnAt),
  };
}

export const listedFindingSchema = z.object({
  fingerprint: z.string(),
  sha256: z.string(),
  assessment: z.string(),
  index: z.int(),
  code: findingCodeSchema,
  severity: severitySchema,
  subject: z.string(),
  subjectName: z.string(),
  printed: z.string().nullable(),
  recomputed: z.string().nullable(),
  difference: z.string().nullable(),
  affectsGrade: z.boolean(),
  message: localizedSchema,
  place: placeSchema,
  unit: z.string().nullable(),
  year: z.int().nullable(),
  form: z.string(),
  district: z.string(),
  source: z.enum(['path', 'upload', 'url']),
  foundAt: moment,
  state: reviewStateSchema,
  assignee: z.string().nullable(),
  name: z.string(),
});

export function listedFindingOf(finding: ListedFinding): z.infer<typeof listedFindingSchema> {
  return {
    ...finding,
    printed: finding.printed ?? null,
    recomputed: finding.recomputed ?? null,
    difference: finding.difference ?? null,
    unit: finding.unit ?? null,
    year: finding.year ?? null,
    assignee: finding.assignee ?? null,
    foundAt: isoOf(finding.foundAt),
  };
}

export const reviewActSchema = z.object({
  id: z.int(),
  act: z.enum(['decide', 'sign', 'assign', 'undo']),
  at: moment,
  who: z.string(),
  verdict: verdictOnFindingSchema.nullable(),
  reason: dismissReasonSchema.nullable(),
  note: z.string().nullable(),
  assignee: z.string().nullable(),
  engine: z.string(),
  undoes: z.int().nullable(),
});

export function reviewActOf(act: ReviewAct): z.infer<typeof reviewActSchema> {
  return {
    ...act,
    at: isoOf(act.at),
    verdict: act.verdict ?? null,
    reason: act.reason ?? null,
    note: act.note ?? null,
    assignee: act.assignee ?? null,
    undoes: act.undoes ?? null,
  };
}

/** A page of a list: `next` goes into `after` of the next request, `null` on the last page. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const limitSchema = z.coerce.number().int().min(1).max(1000).optional();

export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

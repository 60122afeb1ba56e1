import { z } from 'zod';

/** How a file was fetched: what a publisher served, when and by which way, so that it can be shown later. */
export const fetchEvidenceSchema = z
  .object({
    /** The address asked for first. */
    url: z.string(),
    /** The address that answered, after redirects. */
    finalUrl: z.string(),
    /** Each hop that led on, in order. */
    redirects: z.array(z.object({ url: z.string(), status: z.int() }).readonly()).readonly(),
    status: z.int(),
    headers: z.record(z.string(), z.string()).readonly(),
    /** ISO 8601. */
    fetchedAt: z.string(),
    /** The page that linked to it, and the words of the link. */
    foundOn: z.string().optional(),
    linkText: z.string().optional(),
  })
  .readonly();

export type FetchEvidence = z.infer<typeof fetchEvidenceSchema>;

/** Where a document came from. `name` is a label for people, never a path that anybody opens. */
export const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), name: z.string(), path: z.string() }).readonly(),
  z.object({ kind: z.literal('upload'), name: z.string(), by: z.string().optional() }).readonly(),
  z
    .object({
      kind: z.literal('url'),
      name: z.string(),
      url: z.string(),
      site: z.string().optional(),
      evidence: fetchEvidenceSchema,
    })
    .readonly(),
]);

export type Origin = z.infer<typeof originSchema>;

export type OriginKind = Origin['kind'];

import { z } from 'zod';

/** What a reviewer says of a finding: it stands, it does not, or the printed original is needed to tell. */
export const verdictOnFindingSchema = z.enum(['confirm', 'dismiss', 'needs-source']);

export type VerdictOnFinding = z.infer<typeof verdictOnFindingSchema>;

/** Why a finding was dismissed. */
export const dismissReasonSchema = z.enum([
  'misread',
  'explained-by-rule',
  'rounding',
  'not-applicable',
  'other',
]);

export type DismissReason = z.infer<typeof dismissReasonSchema>;

/**
 * Where a finding stands. `proposed`: decided, and a second person has still to sign. `reopened`: it was decided, and since
 * then another engine version made something else of the same printed figure.
 */
export const reviewStateSchema = z.enum([
  'open',
  'reopened',
  'proposed',
  'needs-source',
  'confirmed',
  'dismissed',
]);

export type ReviewState = z.infer<typeof reviewStateSchema>;

/** A decision on one finding. `assessment` and `index` say where the finding stands in the document's current result. */
export const decisionSchema = z
  .object({
    fingerprint: z.string(),
    /** Id of the published assessment (`<sha256>#1`) and the finding's 0-based number in it. */
    assessment: z.string(),
    index: z.int().nonnegative(),
    state: reviewStateSchema,
    verdict: verdictOnFindingSchema,
    /** Only of a dismissed finding. */
    reason: dismissReasonSchema.nullable(),
    note: z.string().nullable(),
    by: z.string(),
    /** ISO 8601. */
    at: z.string(),
    /** The engine version whose finding was judged. */
    engine: z.string(),
    /** The second person, where two are asked for. */
    signedBy: z.string().nullable(),
    signedAt: z.string().nullable(),
  })
  .readonly();

export type Decision = z.infer<typeof decisionSchema>;

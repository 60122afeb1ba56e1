import { z } from 'zod';
import { placeSchema } from './place.ts';

/** What of an assessment can be misread, by what it stands on; `null` as a correction's value empties a field that may be empty. */
export const correctableFields = {
  /** Subject: the row's id (`r10`). */
  indicator: [
    'name',
    'maxScore',
    'selfScore',
    'target',
    'actual',
    'definition',
    'standard',
    'evidence',
    'deviationReason',
  ],
  /** Subject: the group's names joined by ` / `. */
  group: ['maxScore', 'selfScore'],
  /** Subject: `total`. */
  total: ['printed', 'max'],
  /** Subject: `grade`. */
  grade: ['written'],
  /** Subject: `funds/1`, `funds/2`, … in printed order. */
  funds: ['initial', 'adjusted', 'executed', 'rate', 'points', 'score'],
  /** Subject: `budget` for the printed total, `budget/1`, `budget/2`, … for the parts. */
  budget: ['amount'],
} as const;

const fieldSchema = z.enum([...new Set(Object.values(correctableFields).flat())]);

/** A person's reading of one cell that the program misread: an overlay, the source and the first reading stay as they are. */
export const correctionSchema = z
  .object({
    /** Id of the published assessment (`<sha256>#1`). */
    assessment: z.string(),
    subject: z.string(),
    field: fieldSchema,
    /** What the program read when the correction was made: where it now reads something else, the correction is not applied. */
    read: z.string().nullable(),
    /** What really stands there; `null`: nothing. */
    value: z.string().nullable(),
    who: z.string(),
    why: z.string(),
    /** ISO 8601. */
    at: z.string(),
  })
  .readonly();

export type Correction = z.infer<typeof correctionSchema>;

/** A correction that a result rests on, and where the corrected cell stands. */
export const appliedCorrectionSchema = correctionSchema
  .unwrap()
  .omit({ assessment: true })
  .extend({ place: placeSchema })
  .readonly();

export type AppliedCorrection = z.infer<typeof appliedCorrectionSchema>;

import { z } from 'zod';
import { assessmentSchema } from './assessment.ts';
import { extractionSchema } from './extraction.ts';
import { noteSchema } from './note.ts';

/** One document as it was read: the file itself, or one file of an archive (`member`). */
export const recordedDocumentSchema = z
  .object({
    member: z.object({ name: z.string(), sha256: z.string() }).readonly().optional(),
    extraction: extractionSchema,
    assessments: z.array(assessmentSchema).readonly(),
  })
  .readonly();

export type RecordedDocument = z.infer<typeof recordedDocumentSchema>;

/**
 * The reading of a file before any scoring: pages, prose and grids as extracted, and the assessments read from them. The same
 * record scored again (`pipeline/rescore.ts`) gives the same result.
 */
export const checkRecordSchema = z
  .object({
    mediaType: z.string(),
    documents: z.array(recordedDocumentSchema).readonly(),
    /** The notes of the whole file, in the order in which they are published. */
    notes: z.array(noteSchema).readonly(),
  })
  .readonly();

export type CheckRecord = z.infer<typeof checkRecordSchema>;

import { z } from 'zod';
import { noteSchema } from './note.ts';
import { boxSchema, placeSchema } from './place.ts';
import { recognitionSchema } from './recognition.ts';

/**
 * A rectangle of a grid that carries one text: 0-based row and column, spans of at least 1. Check boxes stand in the
 * text as `☑` and `☐` whatever the format drew them with; line breaks inside a cell are `\n`.
 */
export const cellSchema = z
  .object({
    row: z.int().nonnegative(),
    column: z.int().nonnegative(),
    rowSpan: z.int().positive(),
    columnSpan: z.int().positive(),
    text: z.string(),
    place: placeSchema,
    /** Where the rest of it stands, when a page break cuts it. */
    continued: z.array(placeSchema).readonly().optional(),
    /**
     * The text was recognised from a picture and is not sure: all its readings, the one taken first, and how sure that one is
     * (0 to 1).
     */
    doubt: z
      .object({ readings: z.array(z.string()).readonly(), confidence: z.number().min(0).max(1) })
      .readonly()
      .optional(),
    /** How the text was read, where it was recognised from a picture. */
    recognition: recognitionSchema.optional(),
  })
  .readonly();

export type Cell = z.infer<typeof cellSchema>;

/**
 * A table as it stands in the document, before anybody reads a meaning into it; cells are in row-major order.
 * `drawn`: the cells tile `rowCount` × `columnCount` and their columns can be trusted (HTML, Excel, Word, ruled PDF).
 * `ragged`: rows of uneven length whose columns may have moved (tab-separated OCR text); only the order of a row's cells
 * can be trusted. Empty ragged cells are left out.
 */
export const gridSchema = z
  .object({
    arrangement: z.enum(['drawn', 'ragged']),
    rowCount: z.int().nonnegative(),
    columnCount: z.int().nonnegative(),
    /** No lines are drawn: rows and columns were found by where the texts stand, which may mislead. */
    isAligned: z.boolean().optional(),
    cells: z.array(cellSchema).readonly(),
    place: placeSchema,
  })
  .readonly();

export type Grid = z.infer<typeof gridSchema>;

/** A run of text outside tables (a title, a note, a paragraph), or a table, in reading order. */
export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prose'), text: z.string(), place: placeSchema }).readonly(),
  z.object({ kind: z.literal('grid'), grid: gridSchema }).readonly(),
]);

export type Block = z.infer<typeof blockSchema>;

/** A page as it is seen: size in points after rotation. */
export const pageSchema = z
  .object({ number: z.int().positive(), width: z.number(), height: z.number(), box: boxSchema.optional() })
  .readonly();

export type Page = z.infer<typeof pageSchema>;

/** A link to another file that the document names (the crawler follows them). */
export const attachmentSchema = z.object({ href: z.string(), label: z.string() }).readonly();

export type Attachment = z.infer<typeof attachmentSchema>;

/** What an extractor makes of a file's bytes. */
export const extractionSchema = z
  .object({
    mediaType: z.string(),
    pages: z.array(pageSchema).readonly(),
    blocks: z.array(blockSchema).readonly(),
    attachments: z.array(attachmentSchema).readonly(),
    notes: z.array(noteSchema).readonly(),
  })
  .readonly();

export type Extraction = z.infer<typeof extractionSchema>;

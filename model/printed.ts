import { z } from 'zod';
import { decimalStringSchema } from './decimal-string.ts';
import { placeSchema } from './place.ts';
import { recognitionSchema } from './recognition.ts';

/** A text as printed, and where. */
export const printedTextSchema = z
  .object({ text: z.string(), place: placeSchema, recognition: recognitionSchema.optional() })
  .readonly();

export type PrintedText = z.infer<typeof printedTextSchema>;

/**
 * A number as printed. `origin` says how it came to its field: `printed` where the column says so, `moved` from another
 * column of its row or from a neighbouring row, `rubric` from the profile's rubric and `solved` from the sums of the table.
 * The last two are for points alone: a self score, a total or an amount is printed or moved, never made up.
 */
export const printedSchema = z
  .object({
    /** The token as it stands in the document (`１２．５％`); empty when `origin` is `rubric` or `solved`. */
    raw: z.string(),
    value: decimalStringSchema,
    /** Digits after the decimal point in the raw token: what the printed precision is. */
    decimals: z.int().nonnegative(),
    unit: z.string().optional(),
    origin: z.enum(['printed', 'moved', 'rubric', 'solved']),
    place: placeSchema,
    /** How it was read, where it was recognised from a picture. */
    recognition: recognitionSchema.optional(),
  })
  .readonly();

export type Printed = z.infer<typeof printedSchema>;

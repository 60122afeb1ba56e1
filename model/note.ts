import { z } from 'zod';
import { localizedSchema } from './localized.ts';
import { placeSchema } from './place.ts';

/** Something that was guessed, dropped or cut off on the way; it travels with the value and ends up in the report. */
export const noteSchema = z
  .object({
    /** `folder/what`, for example `text/encoding-guessed`. */
    code: z.string(),
    message: localizedSchema,
    place: placeSchema.optional(),
  })
  .readonly();

export type Note = z.infer<typeof noteSchema>;

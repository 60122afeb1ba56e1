import { z } from 'zod';

/** The languages that fuhe speaks; Chinese comes first wherever both are shown. */
export const languageSchema = z.enum(['zh', 'en']);

export type Language = z.infer<typeof languageSchema>;

/** One message in both languages. */
export const localizedSchema = z.object({ zh: z.string(), en: z.string() }).readonly();

export type Localized = z.infer<typeof localizedSchema>;

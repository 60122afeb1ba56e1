import { z } from 'zod';

/** Which pages are recognised from their pictures: those without usable text, all pages of a PDF, or none. */
export const ocrPolicySchema = z.enum(['auto', 'always', 'never']);

export type OcrPolicy = z.infer<typeof ocrPolicySchema>;

/**
 * How a text was read from a picture. `agreed`: two engines read the same figures; `single`: one engine alone, and it was sure;
 * `doubtful`: the readings differ, the only one is unsure, or the page is too poor to trust any.
 */
export const recognitionSchema = z
  .object({
    state: z.enum(['agreed', 'single', 'doubtful']),
    /** Names of the engines that read it. */
    engines: z.array(z.string()).readonly(),
    /** Of the least sure character, 0 to 1. */
    confidence: z.number().min(0).max(1),
    /** All readings, the one that was taken first. */
    readings: z.array(z.string()).min(1).readonly(),
    /** What is seen there: a PNG as a data URI. */
    crop: z.string().optional(),
  })
  .readonly();

export type Recognition = z.infer<typeof recognitionSchema>;

import { z } from 'zod';

/**
 * A rectangle `[left, top, right, bottom]` in PDF points (1/72 inch), origin at the top left of the page as it is seen.
 */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly();

export type Box = z.infer<typeof boxSchema>;

/**
 * Where a value stands in its document: whatever its format has. `page` and `line` count from 1; `table`, `row` and
 * `column` count from 0 (`table` is the grid's number in the document, `row` and `column` lie in that grid).
 */
export const placeSchema = z
  .object({
    page: z.int().positive().optional(),
    sheet: z.string().optional(),
    line: z.int().positive().optional(),
    table: z.int().nonnegative().optional(),
    row: z.int().nonnegative().optional(),
    column: z.int().nonnegative().optional(),
    /** Address of the cell in a workbook (`C12`). */
    cell: z.string().optional(),
    box: boxSchema.optional(),
  })
  .readonly();

export type Place = z.infer<typeof placeSchema>;

import { z } from 'zod';
import { findingCodeSchema, severitySchema } from '../../model/finding.ts';
import { reviewStateSchema } from '../../model/review.ts';
import { differenceBands } from '../../store/findings/difference.ts';
import type { WorkListFilter } from '../../store/findings/work-list.ts';

const names = z.array(z.string().max(200)).optional();

/** What findings can be narrowed by: any of the values of a parameter, all of the parameters. */
export const filterFields = {
  district: names,
  unit: names,
  year: z.array(z.coerce.number().int().min(0).max(9999)).optional(),
  form: names,
  code: z.array(findingCodeSchema).optional(),
  severity: z.array(severitySchema).optional(),
  affectsGrade: z.array(z.coerce.number().pipe(z.literal([0, 1]))).optional(),
  difference: z.array(z.enum(differenceBands)).optional(),
  state: z.array(reviewStateSchema).optional(),
  assignee: names,
  source: z.array(z.enum(['path', 'upload', 'url'])).optional(),
  search: z.string().max(200).optional(),
} as const;

const filterSchema = z.object(filterFields);

/** The part of a query that is a filter; absent parameters narrow nothing. */
export function filterOf(query: z.infer<typeof filterSchema>): WorkListFilter {
  // What was absent stays absent, which the schema's types do not say.
  return filterSchema.parse(query) as WorkListFilter;
}

import { z } from 'zod';

const decimal = z.string().nullable();

const assessmentTruthSchema = z.strictObject({
  form: z.enum(['department', 'project', 'fund', 'other']),
  unit: z.string(),
  department: z.string().nullable(),
  project: z.string().nullable(),
  year: z.int(),
  indicators: z
    .array(z.strictObject({ path: z.array(z.string()), maxScore: decimal, selfScore: decimal }))
    .nonempty(),
  total: z.strictObject({
    printed: decimal,
    printedMax: decimal,
    low: z.string(),
    high: z.string(),
    verdict: z.enum(['agrees', 'disagrees', 'undetermined', 'not-printed']),
    implied: z.array(z.strictObject({ indicator: z.string(), score: z.string(), admissible: z.boolean() })),
  }),
  grade: z.strictObject({
    printed: z.string().nullable(),
    expected: z.string().nullable(),
    verdict: z.enum(['agrees', 'disagrees', 'undetermined', 'not-printed']),
  }),
  budget: z.strictObject({ total: z.string(), parts: z.array(z.string()) }).nullable(),
  errors: z.array(z.strictObject({ code: z.string(), subject: z.string() })),
});

/** What a person reads in a sample; `null` is not printed, `errors` are the findings of that severity and no others. */
export const sampleTruthSchema = z.strictObject({
  file: z.string(),
  status: z.enum(['checked', 'no-assessment']),
  assessments: z.array(assessmentTruthSchema),
});

export type SampleTruth = z.infer<typeof sampleTruthSchema>;

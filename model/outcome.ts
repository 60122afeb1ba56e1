import { z } from 'zod';
import { decimalStringSchema } from './decimal-string.ts';
import { localizedSchema } from './localized.ts';
import { placeSchema } from './place.ts';

/** What the recomputation of a row came to; meanings in `docs/architecture.md`. */
export const verdictSchema = z.enum([
  'confirmed',
  'contradicted',
  'admissible',
  'inadmissible',
  'discretionary',
  'not-understood',
  'no-rule',
  'not-scored',
]);

export type Verdict = z.infer<typeof verdictSchema>;

/** Scores that a rule can yield whatever the facts: a finite set, or all values from `low` to `high`. */
export const admissibleSetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finite'), values: z.array(decimalStringSchema).readonly() }).readonly(),
  z
    .object({
      kind: z.literal('intervals'),
      intervals: z
        .array(
          z
            .object({
              low: decimalStringSchema,
              lowIncluded: z.boolean(),
              high: decimalStringSchema,
              highIncluded: z.boolean(),
            })
            .readonly(),
        )
        .readonly(),
    })
    .readonly(),
]);

export type AdmissibleSet = z.infer<typeof admissibleSetSchema>;

/**
 * Something about a row that its score alone does not show; the checks make findings of it.
 * `arithmetic-mismatch`: a ratio stated in the evidence does not compute; `off-measure`: the evidence measures another
 * quantity than the rule scores; `unexplained-loss`: target met, points lost, no reason; `not-a-value`: the actual repeats
 * the target or a list of options; `overshoot`: far above target without an explanation.
 */
export const outcomeRemarkSchema = z
  .object({
    kind: z.enum(['arithmetic-mismatch', 'off-measure', 'unexplained-loss', 'not-a-value', 'overshoot']),
    message: localizedSchema,
    /** What is printed, and what it should be by the document's own figures. */
    printed: z.string().optional(),
    recomputed: z.string().optional(),
    place: placeSchema.optional(),
  })
  .readonly();

export type OutcomeRemark = z.infer<typeof outcomeRemarkSchema>;

/** What a row's rule and facts allow. */
export const outcomeSchema = z
  .object({
    verdict: verdictSchema,
    expected: decimalStringSchema.optional(),
    /** Least and greatest score that rule and evidence leave open. */
    range: z.tuple([decimalStringSchema, decimalStringSchema]).readonly().optional(),
    admissible: admissibleSetSchema.optional(),
    /** Kind of the compiled rule (`tiers`, `all-or-nothing`, …). */
    rule: z.string().optional(),
    /** The rule in canonical words. */
    canonical: z.string().optional(),
    /** Where the rule came from. */
    basis: z.enum(['standard', 'rubric', 'form', 'target']).optional(),
    because: localizedSchema,
    remarks: z.array(outcomeRemarkSchema).readonly().optional(),
  })
  .readonly();

export type Outcome = z.infer<typeof outcomeSchema>;

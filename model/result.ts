import { z } from 'zod';
import { formKindSchema } from './assessment.ts';
import { appliedCorrectionSchema } from './correction.ts';
import { decimalStringSchema } from './decimal-string.ts';
import { coverageSchema, findingCodeSchema, severitySchema } from './finding.ts';
import { localizedSchema } from './localized.ts';
import { verdictSchema } from './outcome.ts';
import { placeSchema } from './place.ts';
import { recognitionSchema } from './recognition.ts';

/** The published JSON: one of these a file. `null` means not printed or not readable, never zero. */

const decimal = decimalStringSchema;
const printedDecimal = decimal.nullable();

const resultNoteSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    messageIn: localizedSchema,
    source: placeSchema.nullable(),
  })
  .readonly();

export const resultRepairSchema = z
  .object({
    field: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    because: z.string(),
    becauseIn: localizedSchema,
  })
  .readonly();

export type ResultRepair = z.infer<typeof resultRepairSchema>;

export const resultRescoredSchema = z
  .object({
    verdict: verdictSchema,
    expected: printedDecimal,
    range: z.tuple([decimal, decimal]).readonly().nullable(),
    admissible: z.array(decimal).readonly().nullable(),
    rule: z.string().nullable(),
    canonical: z.string().nullable(),
    basis: z.enum(['standard', 'rubric', 'form', 'target']).nullable(),
    because: z.string(),
    becauseIn: localizedSchema,
  })
  .readonly();

export const resultIndicatorSchema = z
  .object({
    id: z.string(),
    path: z.array(z.string()).readonly(),
    kind: z.enum(['indicator', 'execution']),
    maxScore: printedDecimal,
    selfScore: printedDecimal,
    target: z.string().nullable(),
    actual: z.string().nullable(),
    definition: z.string().nullable(),
    standard: z.string().nullable(),
    evidence: z.string().nullable(),
    deviationReason: z.string().nullable(),
    confidence: z.number(),
    repairs: z.array(resultRepairSchema).readonly(),
    source: placeSchema,
    /** Where the self score itself stands. */
    scoreSource: placeSchema.nullable(),
    rescored: resultRescoredSchema,
  })
  .readonly();

export type ResultIndicator = z.infer<typeof resultIndicatorSchema>;

export const resultFindingSchema = z
  .object({
    code: findingCodeSchema,
    severity: severitySchema,
    subject: z.string(),
    printed: z.string().nullable(),
    recomputed: z.string().nullable(),
    affectsGrade: z.boolean(),
    message: z.string(),
    messageIn: localizedSchema,
    sources: z.array(placeSchema).readonly(),
    /** Where figures were recognised from a picture: how those were read that the finding rests on, the doubtful ones first. */
    recognised: z
      .array(
        z
          .object({
            text: z.string(),
            state: recognitionSchema.unwrap().shape.state,
            engines: z.array(z.string()).readonly(),
            confidence: z.number(),
            readings: z.array(z.string()).readonly(),
            source: placeSchema,
            /** What is seen there: a PNG as a data URI. */
            crop: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly();

export type ResultFinding = z.infer<typeof resultFindingSchema>;

export const resultAssessmentSchema = z
  .object({
    id: z.string(),
    /** The file inside the archive that it was read from; null where the input is no archive. */
    member: z.object({ name: z.string(), sha256: z.string() }).readonly().nullable(),
    form: formKindSchema,
    /** The rubric that the rows matched. */
    framework: z.string().nullable(),
    /** The known form that this is, by its rubric or its wordings; its policies and grade bands were used. */
    profile: z.string().nullable(),
    title: z.string().nullable(),
    unit: z.string().nullable(),
    department: z.string().nullable(),
    project: z.string().nullable(),
    year: z.int().nullable(),
    pages: z.tuple([z.int(), z.int()]).readonly().nullable(),
    indicators: z.array(resultIndicatorSchema).readonly(),
    groups: z
      .array(
        z
          .object({
            path: z.array(z.string()).readonly(),
            maxScore: printedDecimal,
            selfScore: printedDecimal,
            source: placeSchema,
          })
          .readonly(),
      )
      .readonly(),
    budget: z
      .object({
        total: printedDecimal,
        parts: z.array(z.object({ name: z.string(), amount: decimal }).readonly()).readonly(),
        unit: z.string().nullable(),
      })
      .readonly()
      .nullable(),
    total: z
      .object({
        printed: printedDecimal,
        printedMax: printedDecimal,
        low: decimal,
        high: decimal,
        verdict: z.enum(['agrees', 'disagrees', 'undetermined', 'not-printed']),
        reading: z.string().nullable(),
        implied: z
          .array(
            z
              .object({ indicator: z.string(), score: decimal, admissible: z.boolean().nullable() })
              .readonly(),
          )
          .readonly(),
        impliedUnique: z.boolean(),
        source: placeSchema.nullable(),
      })
      .readonly(),
    grade: z
      .object({
        printed: z.string().nullable(),
        expected: z.string().nullable(),
        verdict: z.enum(['agrees', 'disagrees', 'undetermined', 'not-printed']),
        bands: z.enum(['document', 'profile', 'default']),
      })
      .readonly(),
    findings: z.array(resultFindingSchema).readonly(),
    coverage: coverageSchema,
    notes: z.array(resultNoteSchema).readonly(),
    /** What a reviewer read otherwise than the program; only where there is something. */
    corrections: z.array(appliedCorrectionSchema).readonly().optional(),
  })
  .readonly();

export type ResultAssessment = z.infer<typeof resultAssessmentSchema>;

export const checkResultSchema = z
  .object({
    schemaVersion: z.literal(1),
    engine: z.string(),
    file: z.string(),
    sha256: z.string().nullable(),
    mediaType: z.string().nullable(),
    status: z.enum(['checked', 'no-assessment', 'unreadable']),
    error: z
      .object({ code: z.string(), message: z.string(), messageIn: localizedSchema })
      .readonly()
      .nullable(),
    assessments: z.array(resultAssessmentSchema).readonly(),
    notes: z.array(resultNoteSchema).readonly(),
  })
  .readonly();

export type CheckResult = z.infer<typeof checkResultSchema>;

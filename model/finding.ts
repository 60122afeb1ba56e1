import { z } from 'zod';
import { decimalStringSchema } from './decimal-string.ts';
import { localizedSchema } from './localized.ts';
import { outcomeSchema } from './outcome.ts';
import { placeSchema } from './place.ts';
import { recognitionSchema } from './recognition.ts';

/** Every code that was ever published; a code never changes its meaning. */
export const findingCodes = [
  'total/mismatch',
  'total/unreconciled',
  'total/missing',
  'table/incomplete',
  'score/missing',
  'score/above-max',
  'score/negative',
  'score/inadmissible',
  'score/contradicts-evidence',
  'score/unexplained-loss',
  'score/group-mismatch',
  'points/group-mismatch',
  'points/total-mismatch',
  'grade/mismatch',
  'grade/missing',
  'grade/ambiguous',
  'budget/sum-mismatch',
  'budget/execution-rate-mismatch',
  'budget/execution-score-mismatch',
  'evidence/arithmetic-mismatch',
  'evidence/off-measure',
  'deviation/reason-missing',
  'actual/not-a-value',
  'overshoot/unexplained',
  'narrative/total-mismatch',
  'narrative/year-mismatch',
  'duplicate/row',
  'duplicate/report',
] as const;

export const findingCodeSchema = z.enum(findingCodes);

export type FindingCode = z.infer<typeof findingCodeSchema>;

export const severitySchema = z.enum(['error', 'warning', 'info']);

export type Severity = z.infer<typeof severitySchema>;

/** A figure or a text that was recognised from a picture, as it was taken. */
export const recognisedFigureSchema = z
  .object({ text: z.string(), place: placeSchema, recognition: recognitionSchema })
  .readonly();

export type RecognisedFigure = z.infer<typeof recognisedFigureSchema>;

/** A disagreement between printed figures, or one that cannot be ruled out. Who erred is never said. */
export const findingSchema = z
  .object({
    code: findingCodeSchema,
    severity: severitySchema,
    /** An indicator id, a group's path joined by ` / `, `total`, `grade` or `budget`. */
    subject: z.string(),
    printed: z.string().optional(),
    recomputed: z.string().optional(),
    /** Would the grade band change if the recomputed figure held? */
    affectsGrade: z.boolean(),
    message: localizedSchema,
    /** Where to look. */
    places: z.array(placeSchema).nonempty().readonly(),
    /** How the figures that it rests on were read, where they were recognised from a picture; the doubtful ones first. */
    recognised: z.array(recognisedFigureSchema).readonly().optional(),
  })
  .readonly();

export type Finding = z.infer<typeof findingSchema>;

/** What became of the printed total. */
export const totalOutcomeSchema = z
  .object({
    verdict: z.enum(['agrees', 'disagrees', 'undetermined', 'not-printed']),
    /** What the printed row scores allow; equal when no score is missing. */
    low: decimalStringSchema,
    high: decimalStringSchema,
    /** Which way of counting reconciles. */
    reading: localizedSchema.optional(),
    readingKey: z.string().optional(),
    implied: z
      .array(
        z
          .object({
            indicator: z.string(),
            score: decimalStringSchema,
            /** Can the row's own rule yield it? Absent where no rule was understood. */
            admissible: z.boolean().optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** False where other scores would reconcile as well. */
    impliedUnique: z.boolean(),
  })
  .readonly();

export type TotalOutcome = z.infer<typeof totalOutcomeSchema>;

export const gradeOutcomeSchema = z
  .object({
    verdict: z.enum(['agrees', 'disagrees', 'undetermined', 'not-printed']),
    printed: z.string().optional(),
    expected: z.string().optional(),
    /** Where the bands came from. */
    bands: z.enum(['document', 'profile', 'default']),
  })
  .readonly();

export type GradeOutcome = z.infer<typeof gradeOutcomeSchema>;

/** How much of the table stands behind the verdicts. */
export const coverageSchema = z
  .object({
    rows: z.int().nonnegative(),
    /** Rows with both points and a self score read. */
    rowsWithScore: z.int().nonnegative(),
    /** Rows by verdict of their recomputation. */
    verdicts: z.partialRecord(z.string(), z.int().nonnegative()),
    repairedRows: z.int().nonnegative(),
    /** Rows of the table that could not be read as indicators; each has a note. */
    rowsNotRead: z.int().nonnegative(),
  })
  .readonly();

export type Coverage = z.infer<typeof coverageSchema>;

/** What scoring makes of an assessment; `outcomes` stand in the order of its indicators. */
export const scoredSchema = z
  .object({
    outcomes: z.array(outcomeSchema).readonly(),
    total: totalOutcomeSchema,
    grade: gradeOutcomeSchema,
    findings: z.array(findingSchema).readonly(),
    coverage: coverageSchema,
  })
  .readonly();

export type Scored = z.infer<typeof scoredSchema>;

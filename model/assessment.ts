import { z } from 'zod';
import { columnRoleSchema } from './column-role.ts';
import { decimalStringSchema } from './decimal-string.ts';
import { localizedSchema } from './localized.ts';
import { noteSchema } from './note.ts';
import { placeSchema } from './place.ts';
import { printedSchema, printedTextSchema } from './printed.ts';
import { recognitionSchema } from './recognition.ts';

/** `department` 部门/单位整体, `project` 项目, `fund` 专项资金, `other` a scored table of no known kind. */
export const formKindSchema = z.enum(['department', 'project', 'fund', 'other']);

export type FormKind = z.infer<typeof formKindSchema>;

/** A reading that was moved, joined or inferred. `from` is what stood in the field's own place. */
export const repairSchema = z
  .object({
    field: z.enum([
      'name',
      'path',
      'maxScore',
      'selfScore',
      'definition',
      'standard',
      'target',
      'actual',
      'evidence',
      'row',
    ]),
    from: z.string().optional(),
    to: z.string().optional(),
    because: localizedSchema,
  })
  .readonly();

export type Repair = z.infer<typeof repairSchema>;

/** One scored row. A field that is neither printed nor recoverable is absent. */
export const indicatorSchema = z
  .object({
    /** `r1`, `r2`, … in document order. */
    id: z.string(),
    /** Names from level 1 down to the row's own name; an own name that could not be read is `''`. */
    path: z.array(z.string()).nonempty().readonly(),
    /** `execution`: the 预算执行率 row of a funds block that carries points. */
    kind: z.enum(['indicator', 'execution']),
    maxScore: printedSchema.optional(),
    selfScore: printedSchema.optional(),
    definition: printedTextSchema.optional(),
    standard: printedTextSchema.optional(),
    /** Where the row's own standard is lost and the profile has one. */
    rubricStandard: z.string().optional(),
    target: printedTextSchema.optional(),
    actual: printedTextSchema.optional(),
    evidence: printedTextSchema.optional(),
    deviationReason: printedTextSchema.optional(),
    /** Index into the profile's rubric, where the row matched one. */
    rubricRow: z.int().nonnegative().optional(),
    /** Of the row's reading, 0 to 1: the margin between the best reading and the next. */
    confidence: z.number().min(0).max(1),
    repairs: z.array(repairSchema).readonly(),
    place: placeSchema,
  })
  .readonly();

export type Indicator = z.infer<typeof indicatorSchema>;

/** A level above the rows. */
export const groupSchema = z
  .object({
    path: z.array(z.string()).nonempty().readonly(),
    maxScore: printedSchema.optional(),
    selfScore: printedSchema.optional(),
    place: placeSchema,
  })
  .readonly();

export type Group = z.infer<typeof groupSchema>;

/** A named amount of the header block (基本支出 2485.06). `block` names the way of splitting it belongs to. */
export const budgetPartSchema = z
  .object({ name: z.string(), amount: printedSchema, block: z.string().optional() })
  .readonly();

export type BudgetPart = z.infer<typeof budgetPartSchema>;

/** The budget of a department form: a total and the parts printed beside it, in document order. */
export const budgetSchema = z
  .object({
    total: printedSchema.optional(),
    parts: z.array(budgetPartSchema).readonly(),
    unit: z.string().optional(),
  })
  .readonly();

export type Budget = z.infer<typeof budgetSchema>;

/**
 * One row of a funds block (年度资金总额, 其中：财政拨款, …). `total` is the row that sums the others; amounts are in
 * the block's unit (usually 万元), `rate` as printed (`97.30%`).
 */
export const fundsRowSchema = z
  .object({
    name: z.string(),
    isTotal: z.boolean(),
    initial: printedSchema.optional(),
    adjusted: printedSchema.optional(),
    executed: printedSchema.optional(),
    rate: printedSchema.optional(),
    points: printedSchema.optional(),
    score: printedSchema.optional(),
    place: placeSchema,
  })
  .readonly();

export type FundsRow = z.infer<typeof fundsRowSchema>;

/** One choice of a grade line; bounds are absent where the form prints none. */
export const gradeOptionSchema = z
  .object({
    label: z.string(),
    low: decimalStringSchema.optional(),
    lowIncluded: z.boolean(),
    high: decimalStringSchema.optional(),
    highIncluded: z.boolean(),
    chosen: z.boolean(),
  })
  .readonly();

export type GradeOption = z.infer<typeof gradeOptionSchema>;

/** The grade line of a form, with check boxes or with the grade written out (`written`). */
export const gradeLineSchema = z
  .object({
    options: z.array(gradeOptionSchema).readonly(),
    written: z.string().optional(),
    place: placeSchema,
    recognition: recognitionSchema.optional(),
  })
  .readonly();

export type GradeLine = z.infer<typeof gradeLineSchema>;

/** A total or a year that the prose around the table states. */
export const statementSchema = z
  .object({
    kind: z.enum(['total', 'year', 'grade', 'publication-date']),
    value: z.string(),
    quote: z.string(),
    /** The heading above and the words before it: what it is said of. */
    context: z.string().optional(),
    place: placeSchema,
  })
  .readonly();

export type Statement = z.infer<typeof statementSchema>;

/** The form, read. */
export const assessmentSchema = z
  .object({
    form: formKindSchema,
    /** Id of the profile that this form is. */
    profileId: z.string().optional(),
    /** What it was recognised by: the rows of its rubric, or title, columns and wordings. */
    profileBasis: z.enum(['rubric', 'wording']).optional(),
    title: printedTextSchema.optional(),
    /** The unit that reports. */
    unit: printedTextSchema.optional(),
    /** 主管部门. */
    department: printedTextSchema.optional(),
    project: printedTextSchema.optional(),
    year: z.object({ value: z.int(), place: placeSchema }).readonly().optional(),
    /** First and last page, where the format has pages. */
    pages: z.tuple([z.int(), z.int()]).readonly().optional(),
    /** The roles of the columns that the form prints: what it asks for. */
    columns: z.array(columnRoleSchema).readonly(),
    indicators: z.array(indicatorSchema).readonly(),
    groups: z.array(groupSchema).readonly(),
    budget: budgetSchema.optional(),
    funds: z.array(fundsRowSchema).readonly(),
    /** The total row. `max` is the printed full mark beside it. */
    total: z
      .object({ printed: printedSchema.optional(), max: printedSchema.optional(), place: placeSchema })
      .readonly()
      .optional(),
    grade: gradeLineSchema.optional(),
    statements: z.array(statementSchema).readonly(),
    /** Remarks printed under the table (rules that hold for the whole form stand there). */
    remarks: z.array(printedTextSchema).readonly(),
    /** All cells of the rows above that were recognised and are doubtful, also those that gave no field of theirs. */
    doubtfulCells: z.array(printedTextSchema).readonly().optional(),
    /**
     * What its columns rest on where that is less than drawn lines and known headings: `positions`, where the table has no lines, or
     * `figures`, where nobody knows the heading of the scores or points.
     */
    columnsFrom: z.enum(['positions', 'figures']).optional(),
    notes: z.array(noteSchema).readonly(),
  })
  .readonly();

export type Assessment = z.infer<typeof assessmentSchema>;

import type { FormKind } from '../../model/assessment.ts';
import type { FindingCode, GradeOutcome, Severity, TotalOutcome } from '../../model/finding.ts';
import type { Verdict } from '../../model/outcome.ts';
import type { CheckResult, ResultIndicator } from '../../model/result.ts';
import type { DecisionWords } from './decision-words.ts';
import type { FormalWords } from './formal-words.ts';

/** Everything that the reports say of their own; figures and messages come from the results. */
export type Words = {
  readonly language: 'zh-CN' | 'en';
  readonly tool: string;
  readonly colon: string;
  /** What the tool does, in one sentence. */
  readonly purpose: string;
  /** What a verdict does not mean. */
  readonly caution: string;
  readonly forms: Readonly<Record<FormKind, string>>;
  readonly statuses: Readonly<Record<CheckResult['status'], string>>;
  readonly totalVerdicts: Readonly<Record<TotalOutcome['verdict'], string>>;
  readonly gradeVerdicts: Readonly<Record<GradeOutcome['verdict'], string>>;
  readonly gradeBands: Readonly<Record<GradeOutcome['bands'], string>>;
  readonly rowVerdicts: Readonly<Record<Verdict, string>>;
  /** How a figure was read from a picture. */
  readonly recognition: {
    readonly read: string;
    readonly agreed: (text: string, engines: readonly string[]) => string;
    readonly single: (text: string, engines: readonly string[], percent: string) => string;
    /** `others` is empty where no other reading is known. */
    readonly doubtful: (text: string, others: readonly string[]) => string;
  };
  readonly rowKinds: Readonly<Record<ResultIndicator['kind'], string>>;
  /** Names of the workbook's sheets. */
  readonly sheets: Readonly<Record<'summary' | 'findings' | 'indicators' | 'about', string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly codes: Readonly<Record<FindingCode, string>>;
  /** By name of the field that a repair or a subject names. */
  readonly fields: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly phrases: Phrases;
  readonly decisions: DecisionWords;
  readonly formal: FormalWords;
};

/** Short names of columns, parts and figures. */
type Label =
  | 'file'
  | 'files'
  | 'status'
  | 'unit'
  | 'title'
  | 'year'
  | 'form'
  | 'framework'
  | 'pages'
  | 'indicator'
  | 'indicators'
  | 'group'
  | 'points'
  | 'selfScore'
  | 'recomputed'
  | 'range'
  | 'admissible'
  | 'verdict'
  | 'because'
  | 'rule'
  | 'standard'
  | 'evidence'
  | 'definition'
  | 'target'
  | 'actual'
  | 'reason'
  | 'confidence'
  | 'total'
  | 'printedTotal'
  | 'sumOfScores'
  | 'difference'
  | 'impliedScore'
  | 'gap'
  | 'lost'
  | 'grade'
  | 'printed'
  | 'expected'
  | 'budget'
  | 'findings'
  | 'code'
  | 'severity'
  | 'subject'
  | 'message'
  | 'place'
  | 'affectsGrade'
  | 'repairs'
  | 'from'
  | 'to'
  | 'coverage'
  | 'notes'
  | 'summary'
  | 'details'
  | 'json'
  | 'row'
  | 'engine'
  | 'sha256'
  | 'yes'
  | 'none'
  | 'backToSummary'
  | 'reading'
  | 'countedBy'
  | 'rowsWithScore'
  | 'rowsNotRead'
  | 'reportTitle'
  | 'kind'
  | 'assessments'
  | 'rowsAdded'
  | 'least'
  | 'greatest'
  | 'fullMark'
  | 'sumOfPoints';

/** Sentences around figures; every argument is a figure or a name as it is to be shown. */
type Phrases = {
  readonly agrees: (printed: string, sum: string, reading: string | null) => string;
  readonly disagrees: (printed: string, sum: string, gap: string) => string;
  readonly disagreesRange: (printed: string, low: string, high: string) => string;
  readonly undetermined: (printed: string, low: string, high: string, missing: string) => string;
  readonly undeterminedFull: (printed: string, sum: string) => string;
  readonly unscored: string;
  readonly notPrinted: (low: string, high: string) => string;
  readonly implied: (scores: string, admissible: 'yes' | 'no' | 'unknown', unique: boolean) => string;
  readonly coverage: (rows: string, withScore: string) => string;
  readonly rowsNotRead: (count: string) => string;
  readonly repaired: (count: string) => string;
  readonly rowCount: (count: string) => string;
  readonly furtherFindings: (count: string) => string;
  readonly noFindings: string;
  readonly noTableIn: string;
  readonly fileCount: (count: string) => string;
  readonly assessmentCount: (count: string) => string;
  readonly page: (number: string) => string;
  readonly sheet: (name: string) => string;
  readonly line: (number: string) => string;
  readonly table: (number: string) => string;
  readonly row: (number: string) => string;
  readonly printedAgainst: (printed: string, recomputed: string) => string;
  readonly interrupted: (count: string) => string;
  readonly moreDetail: string;
  readonly reportsIn: (folder: string) => string;
  readonly gradeAffected: string;
  readonly missingScore: string;
  readonly besideRows: (count: string) => string;
  readonly exampleFires: string;
  readonly exampleSilent: string;
  readonly rowsOmitted: (count: string) => string;
  readonly liveSums: string;
  readonly prefixed: string;
  readonly barAlt: (printed: string, sum: string) => string;
};

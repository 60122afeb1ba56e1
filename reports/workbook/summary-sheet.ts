import type { Worksheet } from 'exceljs';
import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import { reviewStateSchema } from '../../model/review.ts';
import { type CellValue, figureCell, textCell } from '../cells.ts';
import type { Column } from '../column.ts';
import type { DecisionOf } from '../decision.ts';
import { describeCorrections } from '../describe-correction.ts';
import { countDecisions } from '../describe-decision.ts';
import { describeImplied } from '../describe-total.ts';
import { differenceOf } from '../figures.ts';
import { countSeverities } from '../tally.ts';
import type { Words } from '../words/words.ts';
import { columnLetter } from './column-letter.ts';
import type { RowRange } from './indicator-sheet.ts';
import { pointsFormula, scoreFormula } from './score-formula.ts';
import { type Formula, fills, fillWhen } from './sheet.ts';

type Line = {
  readonly result: CheckResult;
  readonly assessment: ResultAssessment | undefined;
  readonly range: RowRange | undefined;
  /** Number of the row that is being written. */
  readonly row: number;
};

type SummaryColumn = Column & { readonly value: (line: Line) => CellValue | Formula };

/** The columns of the sheet of documents, and what each takes from an assessment. */
export function summaryColumns(words: Words, decisionOf?: DecisionOf): readonly SummaryColumn[] {
  const { labels } = words;
  return [
    { heading: labels.file, width: 30, holds: 'text', value: ({ result }) => textCell(result.file) },
    {
      heading: labels.status,
      width: 11,
      holds: 'text',
      value: ({ result }) => words.statuses[result.status],
    },
    {
      heading: labels.unit,
      width: 26,
      holds: 'text',
      value: ({ assessment }) => textCell(assessment?.unit ?? null),
    },
    {
      heading: labels.title,
      width: 30,
      holds: 'text',
      value: ({ assessment }) => textCell(assessment?.project ?? assessment?.title ?? null),
    },
    { heading: labels.year, width: 7, holds: 'count', value: ({ assessment }) => assessment?.year ?? null },
    {
      heading: labels.form,
      width: 11,
      holds: 'text',
      value: ({ assessment }) => (assessment ? words.forms[assessment.form] : null),
    },
    {
      heading: labels.printedTotal,
      width: 11,
      holds: 'figure',
      value: ({ assessment }) => figureCell(assessment?.total.printed ?? null),
    },
    {
      heading: labels.sumOfScores,
      width: 11,
      holds: 'figure',
      value: (line) => (line.assessment ? scoreFormula(line.assessment, line.range, words) : null),
    },
    {
      heading: labels.difference,
      width: 10,
      holds: 'figure',
      value: (line) => differenceFormula(line, words),
    },
    {
      heading: labels.verdict,
      width: 13,
      holds: 'text',
      value: ({ assessment }) => (assessment ? words.totalVerdicts[assessment.total.verdict] : null),
    },
    {
      heading: labels.least,
      width: 10,
      holds: 'figure',
      value: ({ assessment }) => figureCell(assessment?.total.low ?? null),
    },
    {
      heading: labels.greatest,
      width: 10,
      holds: 'figure',
      value: ({ assessment }) => figureCell(assessment?.total.high ?? null),
    },
    {
      heading: labels.countedBy,
      width: 22,
      holds: 'text',
      value: ({ assessment }) => textCell(assessment?.total.reading ?? null),
    },
    {
      heading: labels.impliedScore,
      width: 34,
      holds: 'text',
      value: ({ assessment }) => (assessment ? textCell(describeImplied(assessment, words) ?? null) : null),
    },
    {
      heading: labels.fullMark,
      width: 10,
      holds: 'figure',
      value: ({ assessment }) => figureCell(assessment?.total.printedMax ?? null),
    },
    {
      heading: labels.sumOfPoints,
      width: 10,
      holds: 'figure',
      value: ({ assessment, range }) => (assessment ? pointsFormula(assessment, range, words) : null),
    },
    {
      heading: labels.grade,
      width: 9,
      holds: 'text',
      value: ({ assessment }) => textCell(assessment?.grade.printed ?? null),
    },
    {
      heading: labels.expected,
      width: 11,
      holds: 'text',
      value: ({ assessment }) => textCell(assessment?.grade.expected ?? null),
    },
    ...(['error', 'warning', 'info'] as const).map(
      (severity): SummaryColumn => ({
        heading: words.severities[severity],
        width: 8,
        holds: 'count',
        value: ({ assessment }) => (assessment ? countSeverities(assessment.findings)[severity] : null),
      }),
    ),
    ...(decisionOf === undefined ? [] : decisionCounts(words, decisionOf)),
    {
      heading: labels.indicators,
      width: 8,
      holds: 'count',
      value: ({ assessment }) => assessment?.coverage.rows ?? null,
    },
    {
      heading: labels.rowsWithScore,
      width: 10,
      holds: 'count',
      value: ({ assessment }) => assessment?.coverage.rowsWithScore ?? null,
    },
    {
      heading: labels.rowsNotRead,
      width: 10,
      holds: 'count',
      value: ({ assessment }) => assessment?.coverage.rowsNotRead ?? null,
    },
    {
      heading: labels.notes,
      width: 40,
      holds: 'text',
      value: ({ result }) =>
        textCell(result.error === null ? null : `${result.error.message} [${result.error.code}]`),
    },
    {
      heading: words.decisions.labels.corrections,
      width: 30,
      holds: 'text',
      value: ({ assessment }) =>
        textCell(assessment === undefined ? null : describeCorrections(assessment, words).join('\n') || null),
    },
    { heading: labels.sha256, width: 20, holds: 'text', value: ({ result }) => textCell(result.sha256) },
  ];
}

function decisionCounts({ decisions }: Words, decisionOf: DecisionOf): readonly SummaryColumn[] {
  return reviewStateSchema.options.map((state) => ({
    heading: decisions.states[state],
    width: 10,
    holds: 'count',
    value: ({ result, assessment }) =>
      assessment ? countDecisions(result, assessment, decisionOf)[state] : null,
  }));
}

/** Printed total − sum of scores, as a formula; rounded only to hide the noise of binary fractions. */
function differenceFormula({ assessment, row }: Line, words: Words): Formula | null {
  if (assessment === undefined || assessment.total.printed === null) return null;
  const [printed, sum] = [
    letterOf(words.labels.printedTotal, words),
    letterOf(words.labels.sumOfScores, words),
  ];
  return {
    formula: `ROUND(${printed}${row}-${sum}${row},6)`,
    result: Number(differenceOf(assessment.total.printed, assessment.total.low)),
  };
}

function letterOf(heading: string, words: Words): string {
  return columnLetter(headingsOf(words).indexOf(heading));
}

function headingsOf(words: Words): readonly string[] {
  return summaryColumns(words).map(({ heading }) => heading);
}

/** Verdicts and differences get a colour beside their words. */
export function markSummary(worksheet: Worksheet, words: Words): void {
  const verdict = letterOf(words.labels.verdict, words);
  const difference = letterOf(words.labels.difference, words);
  worksheet.addConditionalFormatting({
    ref: `${verdict}2:${verdict}1048576`,
    rules: [
      fillWhen(`$${verdict}2="${words.totalVerdicts.disagrees}"`, fills.bad, 1),
      fillWhen(`$${verdict}2="${words.totalVerdicts.undetermined}"`, fills.doubtful, 2),
      fillWhen(`$${verdict}2="${words.totalVerdicts.agrees}"`, fills.good, 3),
    ],
  });
  worksheet.addConditionalFormatting({
    ref: `${difference}2:${difference}1048576`,
    rules: [fillWhen(`AND(ISNUMBER($${difference}2),$${difference}2<>0)`, fills.doubtful, 4)],
  });
}

import type { Worksheet } from 'exceljs';
import type { CheckResult, ResultAssessment, ResultIndicator } from '../../model/result.ts';
import { type CellValue, figureCell, textCell } from '../cells.ts';
import type { Column } from '../column.ts';
import { describePlace } from '../describe-place.ts';
import { describeRecomputed } from '../describe-row.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { columnLetter } from './column-letter.ts';
import { fills, fillWhen, type Sheet } from './sheet.ts';

type IndicatorColumn = Column & {
  readonly value: (
    row: ResultIndicator,
    about: { readonly file: string; readonly assessment: ResultAssessment },
  ) => CellValue;
};

/** The columns of the sheet of rows, and what each takes from a row. */
export function indicatorColumns(words: Words): readonly IndicatorColumn[] {
  const { labels } = words;
  return [
    { heading: labels.file, width: 26, holds: 'text', value: (_, { file }) => textCell(file) },
    {
      heading: labels.unit,
      width: 22,
      holds: 'text',
      value: (_, { assessment }) => textCell(assessment.unit),
    },
    { heading: labels.row, width: 7, holds: 'text', value: ({ id }) => textCell(id) },
    {
      heading: labels.group,
      width: 24,
      holds: 'long-text',
      value: ({ path }) => textCell(path.slice(0, -1).map(visibleLine).join(' / ')),
    },
    {
      heading: labels.indicator,
      width: 28,
      holds: 'long-text',
      value: ({ path }) => textCell(path.at(-1) ?? null),
    },
    { heading: labels.kind, width: 10, holds: 'text', value: ({ kind }) => words.rowKinds[kind] },
    { heading: labels.points, width: 9, holds: 'figure', value: ({ maxScore }) => figureCell(maxScore) },
    { heading: labels.selfScore, width: 9, holds: 'figure', value: ({ selfScore }) => figureCell(selfScore) },
    {
      heading: labels.recomputed,
      width: 9,
      holds: 'figure',
      value: ({ rescored }) => figureCell(rescored.expected),
    },
    {
      heading: labels.admissible,
      width: 20,
      holds: 'text',
      value: (row) => textCell(describeRecomputed(row)),
    },
    {
      heading: labels.verdict,
      width: 14,
      holds: 'text',
      value: ({ rescored }) => words.rowVerdicts[rescored.verdict],
    },
    {
      heading: labels.because,
      width: 44,
      holds: 'long-text',
      value: ({ rescored }) => textCell(rescored.because),
    },
    { heading: labels.target, width: 18, holds: 'long-text', value: ({ target }) => textCell(target) },
    { heading: labels.actual, width: 18, holds: 'long-text', value: ({ actual }) => textCell(actual) },
    { heading: labels.standard, width: 44, holds: 'long-text', value: ({ standard }) => textCell(standard) },
    { heading: labels.evidence, width: 44, holds: 'long-text', value: ({ evidence }) => textCell(evidence) },
    {
      heading: labels.reason,
      width: 30,
      holds: 'long-text',
      value: ({ deviationReason }) => textCell(deviationReason),
    },
    {
      heading: labels.place,
      width: 22,
      holds: 'text',
      value: ({ source }) => textCell(describePlace(source, words)),
    },
    {
      heading: labels.repairs,
      width: 40,
      holds: 'long-text',
      value: (row) => textCell(repairText(row, words)),
    },
  ];
}

/** Verdicts that ask for a look get a colour beside their word. */
export function markIndicators(worksheet: Worksheet, words: Words): void {
  const { rowVerdicts, labels } = words;
  const headings = indicatorColumns(words).map(({ heading }) => heading);
  const verdict = columnLetter(headings.indexOf(labels.verdict));
  const rule = (kind: keyof typeof rowVerdicts, fill: string, priority: number) =>
    fillWhen(`$${verdict}2="${rowVerdicts[kind]}"`, fill, priority);
  worksheet.addConditionalFormatting({
    ref: `${verdict}2:${verdict}1048576`,
    rules: [
      rule('contradicted', fills.bad, 1),
      rule('inadmissible', fills.bad, 2),
      rule('not-scored', fills.doubtful, 3),
      rule('confirmed', fills.good, 4),
    ],
  });
}

/** Where the rows of one assessment stand in their sheet. */
export type RowRange = { readonly first: number; readonly last: number };

/** Writes an assessment's rows; nothing where it has none or the sheet is full. */
export function addIndicators(
  sheet: Sheet,
  { file, assessment }: { readonly file: CheckResult['file']; readonly assessment: ResultAssessment },
  words: Words,
): RowRange | undefined {
  const columns = indicatorColumns(words);
  const first = sheet.next();
  const added = assessment.indicators.map((row) =>
    sheet.add(columns.map(({ value }) => value(row, { file, assessment }))),
  );
  const last = added.at(-1);
  return last === undefined ? undefined : { first, last };
}

/** The letters of the columns that formulas refer to. */
export function referredColumns(words: Words) {
  const headings = indicatorColumns(words).map(({ heading }) => heading);
  const letterOf = (heading: string): string => columnLetter(headings.indexOf(heading));
  const { labels } = words;
  return {
    kind: letterOf(labels.kind),
    points: letterOf(labels.points),
    selfScore: letterOf(labels.selfScore),
  };
}

function repairText({ repairs }: ResultIndicator, { fields, labels }: Words): string {
  return repairs
    .map(
      ({ field, from, to, because }) =>
        `${fields[field] ?? field}: ${from ?? labels.none} → ${to ?? labels.none} (${because})`,
    )
    .join('\n');
}

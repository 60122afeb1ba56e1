import type { Worksheet } from 'exceljs';
import type { ResultAssessment, ResultFinding } from '../../model/result.ts';
import { describePlaces } from '../describe-place.ts';
import { nameOf } from '../describe-total.ts';
import type { Words } from '../words/words.ts';
import { type CellValue, textCell } from './cells.ts';
import { type Column, fills, fillWhen } from './sheet.ts';

type About = { readonly file: string; readonly assessment: ResultAssessment };

type FindingColumn = Column & { readonly value: (finding: ResultFinding, about: About) => CellValue };

/** The columns of the sheet of findings; figures are texts here, for a finding may print a grade or a year. */
export function findingColumns(words: Words): readonly FindingColumn[] {
  const { labels } = words;
  return [
    {
      heading: labels.severity,
      width: 8,
      holds: 'text',
      value: ({ severity }) => words.severities[severity],
    },
    { heading: labels.file, width: 28, holds: 'text', value: (_, { file }) => textCell(file) },
    {
      heading: labels.unit,
      width: 22,
      holds: 'text',
      value: (_, { assessment }) => textCell(assessment.unit),
    },
    {
      heading: labels.subject,
      width: 28,
      holds: 'long-text',
      value: ({ subject }, { assessment }) => textCell(words.fields[subject] ?? nameOf(assessment, subject)),
    },
    { heading: labels.findings, width: 28, holds: 'long-text', value: ({ code }) => words.codes[code] },
    { heading: labels.printed, width: 11, holds: 'text', value: ({ printed }) => textCell(printed) },
    { heading: labels.recomputed, width: 11, holds: 'text', value: ({ recomputed }) => textCell(recomputed) },
    { heading: labels.message, width: 64, holds: 'long-text', value: ({ message }) => textCell(message) },
    {
      heading: labels.place,
      width: 26,
      holds: 'long-text',
      value: ({ sources }) => textCell(describePlaces(sources, words)),
    },
    {
      heading: labels.affectsGrade,
      width: 9,
      holds: 'text',
      value: ({ affectsGrade }) => (affectsGrade ? labels.yes : null),
    },
    { heading: labels.code, width: 30, holds: 'text', value: ({ code }) => code },
  ];
}

/** Severities get a colour beside their word. */
export function markFindings(worksheet: Worksheet, { severities }: Words): void {
  worksheet.addConditionalFormatting({
    ref: 'A2:A1048576',
    rules: [
      fillWhen(`$A2="${severities.error}"`, fills.bad, 1),
      fillWhen(`$A2="${severities.warning}"`, fills.doubtful, 2),
    ],
  });
}

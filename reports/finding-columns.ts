import { type CellValue, textCell } from './cells.ts';
import type { Column } from './column.ts';
import type { DecisionOf, FoundIn, ShownDecision } from './decision.ts';
import { describeDecision, describeMoment } from './describe-decision.ts';
import { describePlaces } from './describe-place.ts';
import { nameOf } from './describe-total.ts';
import type { Words } from './words/words.ts';

/** A column of the table of findings, and what it takes from a finding. */
export type FindingColumn = Column & { readonly value: (found: FoundIn) => CellValue };

/**
 * The columns of the table of findings, the same in every file; figures are texts here, for a finding may print a grade or a
 * year.
 */
export function findingColumns(words: Words, decisionOf?: DecisionOf): readonly FindingColumn[] {
  const { labels } = words;
  return [
    {
      heading: labels.severity,
      width: 8,
      holds: 'text',
      value: ({ finding }) => words.severities[finding.severity],
    },
    { heading: labels.file, width: 28, holds: 'text', value: ({ result }) => textCell(result.file) },
    { heading: labels.unit, width: 22, holds: 'text', value: ({ assessment }) => textCell(assessment.unit) },
    { heading: labels.year, width: 7, holds: 'count', value: ({ assessment }) => assessment.year },
    {
      heading: labels.subject,
      width: 28,
      holds: 'long-text',
      value: ({ finding: { subject }, assessment }) =>
        textCell(words.fields[subject] ?? nameOf(assessment, subject)),
    },
    {
      heading: labels.findings,
      width: 28,
      holds: 'long-text',
      value: ({ finding }) => words.codes[finding.code],
    },
    { heading: labels.printed, width: 11, holds: 'text', value: ({ finding }) => textCell(finding.printed) },
    {
      heading: labels.recomputed,
      width: 11,
      holds: 'text',
      value: ({ finding }) => textCell(finding.recomputed),
    },
    {
      heading: labels.message,
      width: 64,
      holds: 'long-text',
      value: ({ finding }) => textCell(finding.message),
    },
    {
      heading: labels.place,
      width: 26,
      holds: 'long-text',
      value: ({ finding }) => textCell(describePlaces(finding.sources, words)),
    },
    {
      heading: labels.affectsGrade,
      width: 9,
      holds: 'text',
      value: ({ finding }) => (finding.affectsGrade ? labels.yes : null),
    },
    ...(decisionOf === undefined ? [] : decisionColumns(words, decisionOf)),
    { heading: labels.code, width: 30, holds: 'text', value: ({ finding }) => finding.code },
  ];
}

function decisionColumns(words: Words, decisionOf: DecisionOf): readonly FindingColumn[] {
  const { labels } = words.decisions;
  const ofDecision =
    (part: (decision: ShownDecision) => string | null) =>
    (found: FoundIn): CellValue => {
      const decision = decisionOf(found);
      return textCell((decision && part(decision)) ?? null);
    };
  return [
    {
      heading: labels.decision,
      width: 22,
      holds: 'long-text',
      value: (found) => describeDecision(decisionOf(found), words),
    },
    { heading: labels.comment, width: 36, holds: 'long-text', value: ofDecision(({ note }) => note) },
    { heading: labels.by, width: 12, holds: 'text', value: ofDecision(({ by }) => by) },
    { heading: labels.at, width: 21, holds: 'text', value: ofDecision(({ at }) => describeMoment(at)) },
    { heading: labels.signedBy, width: 12, holds: 'text', value: ofDecision(({ signedBy }) => signedBy) },
  ];
}

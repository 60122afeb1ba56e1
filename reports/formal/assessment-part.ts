import type { FileChild } from 'docx';
import type { CheckResult, ResultAssessment, ResultFinding, ResultIndicator } from '../../model/result.ts';
import type { DecisionOf } from '../decision.ts';
import { describeCorrections } from '../describe-correction.ts';
import { describeCoverage } from '../describe-coverage.ts';
import { describeDecision } from '../describe-decision.ts';
import { describePlaces } from '../describe-place.ts';
import { describeRecomputed } from '../describe-row.ts';
import { describeImplied, describeTotal, nameOf } from '../describe-total.ts';
import { sumOf } from '../figures.ts';
import { gravestFirst } from '../tally.ts';
import type { Words } from '../words/words.ts';
import { type RuledCell, ruledTable } from './ruled-table.ts';
import { heading, prose } from './typography.ts';

export type Subject = { readonly result: CheckResult; readonly assessment: ResultAssessment };

/** What came of one assessment: the conclusion, the findings, the rows, how much was covered. */
export function assessmentPart(
  subject: Subject,
  words: Words,
  decisionOf: DecisionOf | undefined,
): readonly FileChild[] {
  const { assessment } = subject;
  const { formal, labels } = words;
  return [
    heading(formal.labels.conclusion, 'table'),
    ...conclusion(assessment, words).map(prose),
    heading(labels.findings, 'table'),
    assessment.findings.length === 0
      ? prose(words.phrases.noFindings)
      : findingTable(subject, words, decisionOf),
    heading(formal.labels.rows, 'table'),
    rowTable(assessment, words),
    ...corrections(assessment, words),
    heading(labels.coverage, 'table'),
    prose(describeCoverage(assessment, words)),
    ...assessment.notes.map(({ message }) => prose(message)),
  ];
}

function corrections(assessment: ResultAssessment, words: Words): readonly FileChild[] {
  const described = describeCorrections(assessment, words);
  if (described.length === 0) return [];
  return [heading(words.decisions.labels.corrections, 'table'), ...described.map(prose)];
}

function conclusion(assessment: ResultAssessment, words: Words): readonly string[] {
  const { total, grade } = assessment;
  const { formal, labels, colon } = words;
  const implied = describeImplied(assessment, words);
  const compared =
    grade.printed !== null && grade.expected !== null
      ? ` · ${formal.gradeAgainst(grade.printed, grade.expected)}`
      : '';
  return [
    `${labels.total}${colon}${words.totalVerdicts[total.verdict]} · ${describeTotal(assessment, words)}`,
    ...(implied === undefined ? [] : [implied]),
    `${labels.grade}${colon}${words.gradeVerdicts[grade.verdict]}${compared}`,
  ];
}

const findingTones = { error: 'bad', warning: 'doubtful' } as const;

function findingTable({ result, assessment }: Subject, words: Words, decisionOf: DecisionOf | undefined) {
  const { labels, formal } = words;
  const decided = (finding: ResultFinding): readonly string[] => {
    if (decisionOf === undefined) return [''];
    const decision = decisionOf({ result, assessment, finding });
    return [describeDecision(decision, words), decision?.note ?? '', decision?.by ?? ''].filter(
      (text, index) => index === 0 || text !== '',
    );
  };
  return ruledTable(
    [
      { heading: formal.labels.number, share: 11, align: 'center' },
      { heading: labels.subject, share: 23 },
      { heading: labels.findings, share: 45 },
      { heading: labels.printed, share: 16, align: 'end' },
      { heading: labels.recomputed, share: 19, align: 'end' },
      { heading: labels.place, share: 19 },
      { heading: words.decisions.labels.decision, share: 23 },
    ],
    gravestFirst(assessment.findings).map((finding, index): readonly (RuledCell | string)[] => [
      String(index + 1),
      words.fields[finding.subject] ?? nameOf(assessment, finding.subject),
      {
        lines: [
          `${words.severities[finding.severity]}${words.colon}${words.codes[finding.code]}`,
          finding.message,
        ],
        ...(finding.severity === 'info' ? {} : { tone: findingTones[finding.severity] }),
      },
      finding.printed ?? '–',
      finding.recomputed ?? '–',
      describePlaces(finding.sources, words),
      { lines: decided(finding) },
    ]),
  );
}

const rowTones: Readonly<
  Partial<Record<ResultIndicator['rescored']['verdict'], 'bad' | 'doubtful' | 'good'>>
> = {
  confirmed: 'good',
  contradicted: 'bad',
  inadmissible: 'bad',
  'not-scored': 'doubtful',
};

function rowTable(assessment: ResultAssessment, words: Words) {
  const { labels, formal } = words;
  const points = assessment.indicators.flatMap(({ maxScore }) => (maxScore === null ? [] : [maxScore]));
  const { low, high } = assessment.total;
  return ruledTable(
    [
      { heading: labels.row, share: 13, align: 'center' },
      { heading: labels.indicator, share: 70 },
      { heading: labels.points, share: 15, align: 'end' },
      { heading: labels.selfScore, share: 20, align: 'end' },
      { heading: labels.recomputed, share: 23, align: 'end' },
      { heading: labels.verdict, share: 22 },
    ],
    [
      ...assessment.indicators.map((row) => rowCells(row, assessment, words)),
      ['', formal.labels.sum, sumOf(points), low === high ? low : `${low} – ${high}`, '', ''],
      ['', labels.printedTotal, assessment.total.printedMax ?? '–', assessment.total.printed ?? '–', '', ''],
    ],
  );
}

function rowCells(
  row: ResultIndicator,
  assessment: ResultAssessment,
  words: Words,
): readonly (RuledCell | string)[] {
  const tone = rowTones[row.rescored.verdict];
  return [
    row.id,
    nameOf(assessment, row.id),
    row.maxScore ?? '–',
    row.selfScore ?? words.phrases.missingScore,
    describeRecomputed(row),
    { lines: [words.rowVerdicts[row.rescored.verdict]], ...(tone === undefined ? {} : { tone }) },
  ];
}

import type { CheckResult, ResultAssessment, ResultFinding, ResultIndicator } from '../../model/result.ts';
import { describeCoverage } from '../describe-coverage.ts';
import { describePlace, describePlaces } from '../describe-place.ts';
import { describeRecognition } from '../describe-recognition.ts';
import { describeRecomputed } from '../describe-row.ts';
import { describeImplied, nameOf } from '../describe-total.ts';
import { gravestFirst } from '../tally.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { cutToWidth, padStartToWidth, padToWidth, wrapToWidth } from './display-width.ts';
import { fileLine, headline, totalLine } from './headline.ts';
import { severitySigns, type TerminalSettings, toneOfSeverity } from './style.ts';

type Settings = TerminalSettings & { readonly words: Words };

/** A document row by row: every score, every finding with where to look, every repair and note. */
export function fullLines(result: CheckResult, words: Words, settings: TerminalSettings): readonly string[] {
  const all = { ...settings, words };
  const notes = noteLines(result.notes, all);
  if (result.assessments.length === 0) return [fileLine(result, words, settings), ...notes];
  return [
    ...result.assessments.flatMap((assessment) => [...assessmentLines(result, assessment, all), '']),
    ...notes,
  ];
}

function assessmentLines(
  result: CheckResult,
  assessment: ResultAssessment,
  settings: Settings,
): readonly string[] {
  const { words, paint } = settings;
  const implied = describeImplied(assessment, words);
  return [
    headline(result, assessment, settings),
    ...(assessment.title === null ? [] : wrapped(visibleLine(assessment.title), settings)),
    `    ${totalLine(assessment, words, paint)}`,
    ...(implied === undefined ? [] : wrapped(implied, settings)),
    ...(assessment.total.reading === null || assessment.total.verdict === 'agrees'
      ? []
      : wrapped(`${words.labels.countedBy}${words.colon}${assessment.total.reading}`, settings)),
    ...wrapped(gradeText(assessment, words), settings),
    ...wrapped(`${words.labels.coverage}${words.colon}${describeCoverage(assessment, words)}`, settings),
    '',
    ...rowLines(assessment, settings),
    '',
    ...findingLines(assessment, settings),
    ...repairLines(assessment, settings),
    ...noteLines(assessment.notes, settings),
  ];
}

function gradeText({ grade }: ResultAssessment, words: Words): string {
  const expected = grade.expected === null ? '' : ` · ${words.labels.expected} ${grade.expected}`;
  const printed = grade.printed === null ? '' : ` ${visibleLine(grade.printed)}`;
  return `${words.labels.grade}${words.colon}${words.gradeVerdicts[grade.verdict]}${printed}${expected}`;
}

function rowLines(assessment: ResultAssessment, settings: Settings): readonly string[] {
  const { words, columns, paint } = settings;
  const nameColumns = Math.max(20, columns - 62);
  const line = (cells: readonly [string, string, string, string, string]): string =>
    `  ${padToWidth(cutToWidth(cells[0], nameColumns), nameColumns)} ${padStartToWidth(cells[1], 8)} ${padStartToWidth(cells[2], 10)} ${padStartToWidth(cutToWidth(cells[3], 18), 18)}  ${cells[4]}`;
  const { indicator, points, selfScore, recomputed, verdict } = words.labels;
  return [
    paint('strong', line([indicator, points, selfScore, recomputed, verdict])),
    ...assessment.indicators.map((row) => paintRow(row, line(rowCells(row, assessment, words)), settings)),
  ];
}

function rowCells(row: ResultIndicator, assessment: ResultAssessment, words: Words) {
  return [
    nameOf(assessment, row.id),
    row.maxScore ?? '–',
    row.selfScore ?? '–',
    describeRecomputed(row),
    words.rowVerdicts[row.rescored.verdict],
  ] as const;
}

function paintRow({ rescored }: ResultIndicator, line: string, { paint }: Settings): string {
  if (rescored.verdict === 'contradicted' || rescored.verdict === 'inadmissible') return paint('bad', line);
  return rescored.verdict === 'not-scored' ? paint('doubtful', line) : line;
}

function findingLines({ findings }: ResultAssessment, settings: Settings): readonly string[] {
  const { words, paint } = settings;
  if (findings.length === 0) return [`  ${words.phrases.noFindings}`];
  return [
    paint('strong', `  ${words.labels.findings} ${findings.length}`),
    ...gravestFirst(findings).flatMap((finding) => oneFinding(finding, settings)),
  ];
}

function oneFinding(finding: ResultFinding, { words, columns, paint }: Settings): readonly string[] {
  const mark = `${severitySigns[finding.severity]} ${words.severities[finding.severity]}`;
  const place = describePlaces(finding.sources, words);
  const grade = finding.affectsGrade ? ` · ${words.phrases.gradeAffected}` : '';
  return [
    `  ${paint(toneOfSeverity[finding.severity], mark)} ${finding.code}${paint('quiet', `${place === '' ? '' : `  [${place}]`}${grade}`)}`,
    ...[visibleLine(finding.message), ...recognisedText(finding, words)].flatMap((text) =>
      wrapToWidth(text, columns - 6).map((line) => `      ${line}`),
    ),
  ];
}

function recognisedText({ recognised = [] }: ResultFinding, words: Words): readonly string[] {
  if (recognised.length === 0) return [];
  const figures = recognised.map((figure) => describeRecognition(figure, words));
  return [`${words.recognition.read}${words.colon}${figures.join(words.language === 'zh-CN' ? '；' : '; ')}`];
}

function repairLines(assessment: ResultAssessment, settings: Settings): readonly string[] {
  const { words, paint } = settings;
  const repairs = assessment.indicators.flatMap((row) => row.repairs.map((repair) => ({ row, repair })));
  if (repairs.length === 0) return [];
  return [
    paint('strong', `  ${words.labels.repairs} ${repairs.length}`),
    ...repairs.flatMap(({ row, repair }) =>
      wrapped(
        `${nameOf(assessment, row.id)} · ${words.fields[repair.field] ?? repair.field}${words.colon}${visibleLine(repair.from ?? words.labels.none)} → ${visibleLine(repair.to ?? words.labels.none)} · ${visibleLine(repair.because)}`,
        settings,
      ),
    ),
  ];
}

function noteLines(notes: CheckResult['notes'], settings: Settings): readonly string[] {
  const { words, paint } = settings;
  if (notes.length === 0) return [];
  return [
    paint('strong', `  ${words.labels.notes} ${notes.length}`),
    ...notes.flatMap(({ code, message, source }) => {
      const place = source === null ? '' : describePlace(source, words);
      return wrapped(
        `${visibleLine(message)} [${[visibleLine(code), place].filter(Boolean).join(' · ')}]`,
        settings,
      );
    }),
  ];
}

function wrapped(text: string, { columns }: Settings): readonly string[] {
  return wrapToWidth(text, columns - 4).map((line) => `    ${line}`);
}

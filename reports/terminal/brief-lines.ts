import type { CheckResult, ResultAssessment, ResultFinding } from '../../model/result.ts';
import { describePlaces } from '../describe-place.ts';
import { describeImplied } from '../describe-total.ts';
import { gravestFirst } from '../tally.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { cutToWidth, displayWidth } from './display-width.ts';
import { agreeingLine, fileLine, headline, totalLine } from './headline.ts';
import { severitySigns, type TerminalSettings, toneOfSeverity } from './style.ts';

/** Findings that the line of the total tells already. */
const toldByTotal: readonly ResultFinding['code'][] = [
  'total/mismatch',
  'total/unreconciled',
  'total/missing',
];

/** Findings shown of each assessment; the rest is counted. */
const mostFindings = 2;

const indent = '    ';

/** A document on one line where all agrees, else in a few: its total, its gravest findings, what could not be read. */
export function briefLines(result: CheckResult, words: Words, settings: TerminalSettings): readonly string[] {
  if (result.assessments.length === 0) return [fileLine(result, words, settings)];
  return result.assessments.flatMap((assessment) => {
    const findings = findingLines(assessment, words, settings);
    const unread = unreadLines(assessment, words, settings);
    if (assessment.total.verdict === 'agrees' && findings.length === 0 && unread.length === 0)
      return [agreeingLine(result, assessment, { words, ...settings })];
    return [
      headline(result, assessment, { words, ...settings }),
      ...totalLines(assessment, words, settings),
      ...findings,
      ...unread,
    ];
  });
}

/** What the verdict does not cover. */
function unreadLines({ coverage }: ResultAssessment, words: Words, { paint }: TerminalSettings) {
  if (coverage.rowsNotRead === 0) return [];
  return [indent + paint('doubtful', `? ${words.phrases.rowsNotRead(String(coverage.rowsNotRead))}`)];
}

function totalLines(assessment: ResultAssessment, words: Words, { columns, paint }: TerminalSettings) {
  const implied = describeImplied(assessment, words);
  const lines = [totalLine(assessment, words, paint)];
  if (implied !== undefined && assessment.total.verdict === 'undetermined') lines.push(implied);
  return lines.map((line) => indent + cutPainted(line, columns - indent.length));
}

function findingLines(
  assessment: ResultAssessment,
  words: Words,
  settings: TerminalSettings,
): readonly string[] {
  const findings = gravestFirst(assessment.findings).filter(
    ({ code, severity }) =>
      severity !== 'info' && !(assessment.total.verdict !== 'agrees' && toldByTotal.includes(code)),
  );
  const shown = findings.slice(0, mostFindings);
  const further = findings.length - shown.length;
  return shown.map((finding, index) => {
    const more =
      index === shown.length - 1 && further > 0
        ? ` (+${words.phrases.furtherFindings(String(further))})`
        : '';
    return findingLine(finding, more, { words, ...settings });
  });
}

function findingLine(
  finding: ResultFinding,
  more: string,
  { words, columns, paint }: TerminalSettings & { readonly words: Words },
): string {
  const place = describePlaces(finding.sources, words, 1);
  const mark = `${severitySigns[finding.severity]} ${words.severities[finding.severity]}`;
  const tail = `${place === '' ? '' : ` [${place}]`}${more}`;
  const room = columns - indent.length - displayWidth(mark) - displayWidth(tail) - 1;
  return `${indent}${paint(toneOfSeverity[finding.severity], mark)} ${cutToWidth(visibleLine(finding.message), room)}${paint('quiet', tail)}`;
}

/** Cuts a line that may hold colours; it keeps them only where nothing has to be cut. */
function cutPainted(line: string, columns: number): string {
  return displayWidth(line) <= columns ? line : cutToWidth(line, columns);
}

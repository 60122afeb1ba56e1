import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import { describeNothing, mayHideTable } from '../describe-nothing.ts';
import { describeTotal, verdictSigns } from '../describe-total.ts';
import { countSeverities } from '../tally.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { cutToWidth, displayWidth } from './display-width.ts';
import type { Paint, TerminalSettings, Tone } from './style.ts';

/** Sign and tone of an assessment as a whole: good only where the total agrees and nothing grave was found. */
function overallSign({ findings, total }: ResultAssessment): {
  readonly sign: string;
  readonly tone: Tone;
} {
  const { error, warning } = countSeverities(findings);
  if (total.verdict === 'disagrees' || error > 0) return { sign: '✗', tone: 'bad' };
  if (total.verdict !== 'agrees' || warning > 0) return { sign: '?', tone: 'doubtful' };
  return { sign: '✓', tone: 'good' };
}

type LineSettings = { readonly words: Words } & Pick<TerminalSettings, 'columns' | 'paint'>;

/** Which document and which assessment: file, unit, form, year. */
export function headline(
  result: CheckResult,
  assessment: ResultAssessment,
  { words, columns, paint }: LineSettings,
): string {
  const { sign, tone } = overallSign(assessment);
  const file = fileName(result, assessment, columns);
  const rest = cutToWidth(aboutOf(assessment, words), columns - 4 - displayWidth(file));
  return `${paint(tone, sign)} ${paint('strong', file)}  ${rest}`;
}

/** A document of which nothing more is to be said than that its total agrees, on one line. */
export function agreeingLine(
  result: CheckResult,
  assessment: ResultAssessment,
  { words, columns, paint }: LineSettings,
): string {
  const file = fileName(result, assessment, columns);
  const total = `${words.labels.total} ${assessment.total.printed} ${words.totalVerdicts.agrees}`;
  const room = columns - 4 - displayWidth(file) - displayWidth(total);
  const rest = cutToWidth(` · ${aboutOf(assessment, words)}`, room);
  return `${paint('good', '✓')} ${paint('strong', file)}  ${paint('good', total)}${rest}`;
}

function fileName(result: CheckResult, assessment: ResultAssessment, columns: number): string {
  const number = result.assessments.length > 1 ? ` #${result.assessments.indexOf(assessment) + 1}` : '';
  return cutToWidth(visibleLine(result.file) + number, Math.floor(columns / 2));
}

function aboutOf(assessment: ResultAssessment, words: Words): string {
  const about = [
    assessment.member === null ? '' : visibleLine(assessment.member.name),
    visibleLine(assessment.unit ?? assessment.project ?? assessment.title ?? ''),
    words.forms[assessment.form],
    assessment.year === null ? '' : String(assessment.year),
    words.phrases.rowCount(String(assessment.indicators.length)),
  ];
  return about.filter((part) => part !== '').join(' · ');
}

/** The total's verdict in a word, and the figures. */
export function totalLine(assessment: ResultAssessment, words: Words, paint: Paint): string {
  const { verdict } = assessment.total;
  const tones = {
    agrees: 'good',
    disagrees: 'bad',
    undetermined: 'doubtful',
    'not-printed': 'quiet',
  } as const;
  const mark = `${words.labels.total} ${verdictSigns[verdict]} ${words.totalVerdicts[verdict]}`;
  return `${paint(tones[verdict], mark)}${words.colon}${describeTotal(assessment, words)}`;
}

/** A file without an assessment, on one line. */
export function fileLine(result: CheckResult, words: Words, { columns, paint }: TerminalSettings): string {
  const [sign, tone] = signOfNothing(result);
  const file = cutToWidth(visibleLine(result.file), Math.floor(columns / 2));
  const why =
    result.error === null
      ? describeNothing(result, words)
      : `${words.statuses[result.status]}${words.colon}${visibleLine(result.error.message)} [${result.error.code}]`;
  return `${paint(tone, sign)} ${paint('strong', file)}  ${cutToWidth(why, columns - 4 - displayWidth(file))}`;
}

function signOfNothing(result: CheckResult): readonly [sign: string, tone: Tone] {
  if (result.status === 'unreadable') return ['✗', 'bad'];
  return mayHideTable(result) ? ['?', 'doubtful'] : ['–', 'quiet'];
}

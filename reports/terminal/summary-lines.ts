import type { TotalOutcome } from '../../model/finding.ts';
import { verdictSigns } from '../describe-total.ts';
import { severityRank, type Tally } from '../tally.ts';
import type { Words } from '../words/words.ts';
import { cutToWidth, padStartToWidth, padToWidth } from './display-width.ts';
import { severitySigns, type TerminalSettings, toneOfSeverity } from './style.ts';

/** Codes listed; the rest is counted. */
const mostCodes = 10;

/** What the whole run came to: files by status, totals by verdict, findings by severity and by code. */
export function summaryLines(
  tally: Tally,
  words: Words,
  { columns, paint }: TerminalSettings,
): readonly string[] {
  const statuses = (['checked', 'no-assessment', 'unreadable'] as const).map(
    (status) => `${words.statuses[status]} ${tally.statuses[status]}`,
  );
  const verdicts = (['agrees', 'disagrees', 'undetermined', 'not-printed'] as const).map(
    (verdict: TotalOutcome['verdict']) =>
      `${verdictSigns[verdict]} ${words.totalVerdicts[verdict]} ${tally.totals[verdict]}`,
  );
  const severities = (['error', 'warning', 'info'] as const).map((severity) =>
    paint(
      toneOfSeverity[severity],
      `${severitySigns[severity]} ${words.severities[severity]} ${tally.severities[severity]}`,
    ),
  );
  const line = (label: string, text: string): string => `${padToWidth(label, 10)}${text}`;
  return [
    paint(
      'strong',
      `── ${words.labels.summary} ${'─'.repeat(Math.max(0, Math.min(columns, 100) - 4 - 2 * words.labels.summary.length))}`,
    ),
    line(
      words.labels.files,
      `${words.phrases.fileCount(String(tally.files))}${' '.repeat(4)}${statuses.join('  ')}`,
    ),
    line(
      words.labels.total,
      `${words.phrases.assessmentCount(String(tally.assessments))}  ${verdicts.join('  ')}`,
    ),
    line(words.labels.findings, severities.join('  ')),
    ...codeLines(tally, words, columns),
  ];
}

function codeLines(tally: Tally, words: Words, columns: number): readonly string[] {
  const codes = [...tally.codes].sort(
    ([, a], [, b]) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count,
  );
  const lines = codes
    .slice(0, mostCodes)
    .map(([code, { severity, count }]) =>
      cutToWidth(
        `  ${severitySigns[severity]} ${padStartToWidth(String(count), 4)}  ${padToWidth(code, 33)}${words.codes[code]}`,
        columns,
      ),
    );
  const further = codes.length - lines.length;
  return further > 0 ? [...lines, `    ${words.phrases.furtherFindings(String(further))}`] : lines;
}

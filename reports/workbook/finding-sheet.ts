import type { Worksheet } from 'exceljs';
import type { DecisionOf } from '../decision.ts';
import { findingColumns } from '../finding-columns.ts';
import type { Words } from '../words/words.ts';
import { columnLetter } from './column-letter.ts';
import { fills, fillWhen } from './sheet.ts';

/** Severities get a colour beside their word, and so do decisions. */
export function markFindings(worksheet: Worksheet, words: Words, decisionOf: DecisionOf | undefined): void {
  const { severities } = words;
  worksheet.addConditionalFormatting({
    ref: 'A2:A1048576',
    rules: [
      fillWhen(`$A2="${severities.error}"`, fills.bad, 1),
      fillWhen(`$A2="${severities.warning}"`, fills.doubtful, 2),
    ],
  });
  if (decisionOf !== undefined) markDecisions(worksheet, words, decisionOf);
}

function markDecisions(worksheet: Worksheet, words: Words, decisionOf: DecisionOf): void {
  const { labels, states } = words.decisions;
  const headings = findingColumns(words, decisionOf).map(({ heading }) => heading);
  const column = columnLetter(headings.indexOf(labels.decision));
  const beginsWith = (text: string): string => `LEFT($${column}2,${text.length})="${text}"`;
  worksheet.addConditionalFormatting({
    ref: `${column}2:${column}1048576`,
    rules: [
      fillWhen(beginsWith(states.confirmed), fills.bad, 3),
      fillWhen(beginsWith(states.dismissed), fills.good, 4),
      fillWhen(beginsWith(states['needs-source']), fills.doubtful, 5),
    ],
  });
}

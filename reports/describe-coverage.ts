import type { ResultAssessment } from '../model/result.ts';
import type { Words } from './words/words.ts';

/** How much of a table stands behind the verdicts: rows, rows with figures, rows by verdict, repaired and unread ones. */
export function describeCoverage({ coverage }: ResultAssessment, { phrases, rowVerdicts }: Words): string {
  const { rows, rowsWithScore, verdicts, repairedRows, rowsNotRead } = coverage;
  return [
    phrases.coverage(String(rows), String(rowsWithScore)),
    ...Object.entries(rowVerdicts).flatMap(([verdict, word]) =>
      verdicts[verdict] ? [`${word} ${verdicts[verdict]}`] : [],
    ),
    ...(repairedRows > 0 ? [phrases.repaired(String(repairedRows))] : []),
    ...(rowsNotRead > 0 ? [phrases.rowsNotRead(String(rowsNotRead))] : []),
  ].join(' · ');
}

import type { Indicator } from '../model/assessment.ts';
import type { Localized } from '../model/localized.ts';
import type { OutcomeRemark } from '../model/outcome.ts';
import type { Disagreement } from './checks/check.ts';
import { isFirmRow, isRepaired } from './firm-reading.ts';
import type { ScoringContext } from './scoring-context.ts';

/** What each kind of remark rests on: where that was moved or joined, the remark may be about our reading. */
const restsOn = {
  'arithmetic-mismatch': ['row', 'evidence'],
  'off-measure': ['row', 'evidence', 'standard'],
  'unexplained-loss': ['row', 'target', 'actual', 'evidence'],
  'not-a-value': ['row', 'target', 'actual'],
  overshoot: ['row', 'target', 'actual'],
} as const;

/** Rows with a remark of one kind; a row that was not read firmly has none. */
export function remarkedRows(
  { assessment, outcomes }: ScoringContext,
  kind: OutcomeRemark['kind'],
): readonly { readonly row: Indicator; readonly remark: OutcomeRemark }[] {
  return assessment.indicators.flatMap((row, index) => {
    if (!isFirmRow(row) || isRepaired(row, ...restsOn[kind])) return [];
    const remarks = outcomes[index]?.remarks ?? [];
    return remarks.filter((remark) => remark.kind === kind).map((remark) => ({ row, remark }));
  });
}

/** A finding for each such row, worded by the check. */
export function remarksAsFindings(
  context: ScoringContext,
  kind: OutcomeRemark['kind'],
  say: (row: Indicator, because: Localized) => Localized,
): readonly Disagreement[] {
  return remarkedRows(context, kind).map(({ row, remark }) => ({
    subject: row.id,
    ...(remark.printed === undefined ? {} : { printed: remark.printed }),
    ...(remark.recomputed === undefined ? {} : { recomputed: remark.recomputed }),
    message: say(row, remark.message),
    places: [remark.place ?? row.place],
  }));
}

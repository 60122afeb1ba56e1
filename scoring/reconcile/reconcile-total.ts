import type { Assessment, Indicator } from '../../model/assessment.ts';
import type { TotalOutcome } from '../../model/finding.ts';
import type { Localized } from '../../model/localized.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Printed } from '../../model/printed.ts';
import { decimalString, type Exactly, exact, quotientString } from '../exact.ts';
import { isScoredForm } from '../row-kinds.ts';
import type { PointsOutcome } from './count-points.ts';
import { givesExactly, roundingExplains } from './rounding.ts';
import { boundScores, capped, type RowLimits, type ScoreBounds } from './score-bounds.ts';
import { isComplete, missingOf, type Selection, scoreSum } from './selection.ts';
import { type Solution, solveMissing } from './solve-missing.ts';
import { waysOfCounting } from './ways-of-counting.ts';

/** What became of the total, with what the checks need beyond the published outcome. */
export type Reconciliation = {
  readonly outcome: TotalOutcome;
  /** Rows whose score is missing in the way of counting that was taken. */
  readonly missing: readonly Indicator[];
  readonly search: Solution['search'];
  /** Combinations of missing scores that give the total, as far as they were searched. */
  readonly combinations: number;
  /** Rows that were seen and not read may account for the difference. */
  readonly dependsOnUnread: 'yes' | 'no';
};

type Candidate = { readonly key: string; readonly reading: Localized; readonly selection: Selection };

/** Holds the printed total against every accepted way of counting the printed scores. */
export function reconcileTotal(
  assessment: Assessment,
  outcomes: readonly Outcome[],
  points: PointsOutcome,
): Reconciliation {
  const candidates = waysOfCounting.flatMap(({ key, reading, select }) =>
    select(assessment).map((selection) => ({ key, reading, selection })),
  );
  const limits = { outcomes: outcomesById(assessment, outcomes), ceilings: points.ceilings };
  const printed = assessment.total?.printed;
  const plain = plainCandidate(candidates);
  const bounds = boundScores(plain.selection, limits, points.open);
  if (printed === undefined) return unprinted(assessment, plain, bounds);
  const agreeing = findAgreeing(candidates, printed);
  if (agreeing) return agreeing;
  return findOpen(candidates, limits, { printed, points }) ?? disagreeing(plain, bounds);
}

function outcomesById(assessment: Assessment, outcomes: readonly Outcome[]): RowLimits['outcomes'] {
  return new Map(
    assessment.indicators.flatMap((row, index) => {
      const outcome = outcomes[index];
      return outcome ? [[row.id, outcome] as const] : [];
    }),
  );
}

/** The form's own plain sum: structure (subtotals, group scores, choices) respected, nothing left out. */
function plainCandidate(candidates: readonly Candidate[]): Candidate {
  const structural = ['one-alternative', 'group-scores', 'spanning-scores', 'without-subtotals', 'all-rows'];
  for (const key of structural) {
    const candidate = candidates.find((other) => other.key === key);
    if (candidate) return candidate;
  }
  return { key: 'all-rows', reading: { zh: '', en: '' }, selection: { addends: [] } };
}

function unprinted(assessment: Assessment, plain: Candidate, bounds: ScoreBounds): Reconciliation {
  const isScored = isScoredForm(assessment);
  const range = isScored ? bounds : { low: exact('0'), high: exact('0') };
  return settle('not-printed', range, isScored ? missingRows(plain.selection) : []);
}

function findAgreeing(candidates: readonly Candidate[], printed: Printed): Reconciliation | undefined {
  const complete = candidates.filter(
    ({ selection }) => selection.addends.length > 0 && isComplete(selection),
  );
  for (const test of [givesExactly, roundingExplains]) {
    for (const candidate of complete) {
      const value = capped(scoreSum(candidate.selection), candidate.selection);
      if (test(candidate.selection, value, printed))
        return agreement(candidate, value, test === givesExactly);
    }
  }
  return undefined;
}

function agreement({ key, reading, selection }: Candidate, value: Exactly, isExact: boolean): Reconciliation {
  const shown = quotientString(value.times(selection.multiply ?? exact(1)), selection.divide ?? exact(1));
  return {
    outcome: {
      verdict: 'agrees',
      low: shown,
      high: shown,
      reading: isExact ? reading : rounded(reading, shown),
      readingKey: isExact ? key : `${key}/rounded`,
      implied: [],
      impliedUnique: true,
    },
    missing: [],
    search: 'complete',
    combinations: 0,
    dependsOnUnread: 'no',
  };
}

function rounded(reading: Localized, value: string): Localized {
  return {
    zh: `${reading.zh}得 ${value}，差额在四舍五入范围内`,
    en: `${reading.en}, giving ${value}; rounding explains the difference`,
  };
}

/** A way with missing scores whose range holds the printed total; the plain sum first. */
function findOpen(
  candidates: readonly Candidate[],
  limits: RowLimits,
  { printed, points }: { readonly printed: Printed; readonly points: PointsOutcome },
): Reconciliation | undefined {
  const total = exact(printed.value);
  const plain = plainCandidate(candidates);
  for (const { selection } of [plain, ...candidates]) {
    if (selection.multiply || selection.divide) continue;
    const closed = boundScores(selection, limits, exact('0'));
    const bounds = boundScores(selection, limits, points.open);
    const isOpen = !isComplete(selection) || points.open.gt(0);
    if (!isOpen || total.lt(bounds.low) || total.gt(bounds.high)) continue;
    if (points.open.gt(0)) return unreadable(bounds, selection, closed);
    return solved(selection, limits, { bounds, rest: total.minus(scoreSum(selection)) });
  }
  return undefined;
}

/** With unread rows in the sum, nothing is implied for anybody. */
function unreadable(bounds: ScoreBounds, selection: Selection, closed: ScoreBounds): Reconciliation {
  const settled = settle('undetermined', bounds, missingRows(selection));
  const dependsOnUnread = closed.high.lt(bounds.high) ? 'yes' : 'no';
  return {
    ...settled,
    outcome: { ...settled.outcome, impliedUnique: false },
    search: 'not-tried',
    dependsOnUnread,
  };
}

function solved(
  selection: Selection,
  limits: RowLimits,
  { bounds, rest }: { readonly bounds: ScoreBounds; readonly rest: Exactly },
): Reconciliation {
  const rows = missingRows(selection);
  const isNamed = rows.length === missingOf(selection).length;
  const solution = isNamed
    ? solveMissing(
        rows.map((row) => missingScore(row, limits)),
        rest,
      )
    : undefined;
  const settled = settle('undetermined', bounds, rows);
  return {
    ...settled,
    outcome: {
      ...settled.outcome,
      implied: solution?.implied ?? [],
      impliedUnique: solution?.impliedUnique ?? false,
    },
    search: solution?.search ?? 'not-tried',
    combinations: solution?.combinations ?? 0,
  };
}

function missingScore(row: Indicator, limits: RowLimits) {
  const admissible = limits.outcomes.get(row.id)?.admissible;
  return admissible === undefined ? { id: row.id } : { id: row.id, admissible };
}

const disagreeing = (plain: Candidate, bounds: ScoreBounds): Reconciliation =>
  settle('disagrees', bounds, missingRows(plain.selection));

const missingRows = (selection: Selection): readonly Indicator[] =>
  missingOf(selection).flatMap(({ row }) => row ?? []);

function settle(
  verdict: TotalOutcome['verdict'],
  { low, high }: ScoreBounds,
  missing: readonly Indicator[],
): Reconciliation {
  return {
    outcome: {
      verdict,
      low: decimalString(low),
      high: decimalString(high),
      implied: [],
      impliedUnique: true,
    },
    missing,
    search: 'complete',
    combinations: 0,
    dependsOnUnread: 'no',
  };
}

import type { FindingCode, Severity, TotalOutcome } from '../model/finding.ts';
import type { CheckResult, ResultFinding } from '../model/result.ts';

/** What a run came to: counts alone, whatever the number of files. */
export type Tally = {
  readonly files: number;
  readonly statuses: Readonly<Record<CheckResult['status'], number>>;
  readonly assessments: number;
  readonly totals: Readonly<Record<TotalOutcome['verdict'], number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly codes: ReadonlyMap<FindingCode, { readonly severity: Severity; readonly count: number }>;
};

export const emptyTally: Tally = {
  files: 0,
  statuses: { checked: 0, 'no-assessment': 0, unreadable: 0 },
  assessments: 0,
  totals: { agrees: 0, disagrees: 0, undetermined: 0, 'not-printed': 0 },
  severities: { error: 0, warning: 0, info: 0 },
  codes: new Map(),
};

/** The tally with one more result. */
export function addToTally(tally: Tally, result: CheckResult): Tally {
  const totals = { ...tally.totals };
  for (const { total } of result.assessments) totals[total.verdict] += 1;
  const severities = { ...tally.severities };
  const codes = new Map(tally.codes);
  for (const { code, severity } of result.assessments.flatMap(({ findings }) => findings)) {
    severities[severity] += 1;
    const known = codes.get(code);
    codes.set(code, { severity: worse(severity, known?.severity), count: (known?.count ?? 0) + 1 });
  }
  return {
    files: tally.files + 1,
    statuses: { ...tally.statuses, [result.status]: tally.statuses[result.status] + 1 },
    assessments: tally.assessments + result.assessments.length,
    totals,
    severities,
    codes,
  };
}

/** Findings of each severity. */
export function countSeverities(findings: readonly ResultFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** 0 is the gravest. */
export const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The gravest first, otherwise as they stood. */
export function gravestFirst(findings: readonly ResultFinding[]): readonly ResultFinding[] {
  return findings.toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity]);
}

function worse(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && severityRank[b] < severityRank[a] ? b : a;
}

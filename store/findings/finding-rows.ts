import type { Insertable } from 'kysely';
import type { Severity } from '../../model/finding.ts';
import type { CheckResult } from '../../model/result.ts';
import type { Tables } from '../database/tables.ts';
import { differenceOf } from './difference.ts';
import { type KnownFinding, knownFindings } from './fingerprint.ts';

export type NewFindingRow = Insertable<Tables['findings']>;

/** The document that findings belong to. */
export type FoundIn = { readonly sha256: string; readonly district: string; readonly source: string };

/** How grave a severity is, as a number to sort by. */
export const severityRanks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The work list's rows of a result, all of them open. */
export function findingRows(
  { sha256, district, source }: FoundIn,
  result: CheckResult,
  now: number,
): readonly NewFindingRow[] {
  return knownFindings(sha256, result).map((known) => ({
    sha256,
    district,
    source,
    ...assessmentColumns(result, known),
    ...findingColumns(known),
    found_at: now,
    state: 'open',
    assignee: '',
  }));
}

function assessmentColumns(result: CheckResult, { assessment }: KnownFinding) {
  const read = result.assessments[assessment - 1];
  return { unit: read?.unit ?? '', year: read?.year ?? 0, form: read?.form ?? 'other' };
}

function findingColumns({ assessment, position, finding, subjectName, fingerprint, basis }: KnownFinding) {
  const difference = differenceOf(finding.printed, finding.recomputed);
  return {
    fingerprint,
    assessment,
    position,
    basis,
    code: finding.code,
    severity: finding.severity,
    severity_rank: severityRanks[finding.severity],
    subject: finding.subject,
    subject_name: subjectName,
    printed: finding.printed,
    recomputed: finding.recomputed,
    difference: difference?.exact ?? null,
    difference_key: difference?.key ?? '',
    difference_band: difference?.band ?? 'unknown',
    affects_grade: finding.affectsGrade ? 1 : 0,
    message_zh: finding.messageIn.zh,
    message_en: finding.messageIn.en,
    place: JSON.stringify(finding.sources[0] ?? {}),
  };
}

import { createHash } from 'node:crypto';
import type { CheckResult, ResultAssessment, ResultFinding } from '../../model/result.ts';

/** A finding of a result with what it is known by. */
export type KnownFinding = {
  /** Number of the assessment in the result, from 1 as in its id, and of the finding in it, from 0. */
  readonly assessment: number;
  readonly position: number;
  readonly finding: ResultFinding;
  /** The indicator's names where the subject is a row, else the subject. */
  readonly subjectName: string;
  /** The same whichever engine version found it: what a decision is bound to. */
  readonly fingerprint: string;
  /** What the engine made of the printed figure: when it changes, a decision is reopened. */
  readonly basis: string;
};

/**
 * Findings and what each is known by: the document, the assessment in it, the code, the subject by name and the printed token.
 * A row's id (`r10`) moves when another engine reads one row more, so that its names stand for it; things that have the same
 * name are told apart by their order.
 */
export function knownFindings(sha256: string, { assessments }: CheckResult): readonly KnownFinding[] {
  const ordinal = countOccurrences();
  return assessments.flatMap((assessment, index) => {
    const scope = scopeOf(assessment, assessments);
    const place = ordinal(scope);
    const occurrence = countOccurrences();
    return assessment.findings.map((finding, position) => {
      const subjectName = subjectNameOf(assessment, finding.subject);
      const key = JSON.stringify([finding.code, subjectName, finding.printed]);
      return {
        assessment: index + 1,
        position,
        finding,
        subjectName,
        fingerprint: hashOf([sha256, scope, place, key, occurrence(key)]),
        basis: hashOf([finding.recomputed, finding.severity, finding.affectsGrade]),
      };
    });
  });
}

/** An assessment that is alone in its file needs no name: its title may be read better one day. */
function scopeOf(assessment: ResultAssessment, all: readonly ResultAssessment[]): string {
  const file = assessment.member?.sha256 ?? '';
  const beside = all.filter((other) => (other.member?.sha256 ?? '') === file);
  const name = beside.length === 1 ? '' : (assessment.project ?? assessment.title ?? assessment.unit ?? '');
  return JSON.stringify([file, name]);
}

function subjectNameOf(assessment: ResultAssessment, subject: string): string {
  const row = assessment.indicators.find(({ id }) => id === subject);
  return row ? row.path.join(' / ') : subject;
}

function countOccurrences(): (key: string) => number {
  const seen = new Map<string, number>();
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count;
  };
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

import type { ResultAssessment } from '../../model/result.ts';

/**
 * The name by which both sides of the document page know one subject: `2-r10` is row r10 of the second assessment. A subject
 * that the program made from printed names (a group's path) is named by its number, since a name may hold anything.
 */
export function rowKey(assessmentNumber: number, assessment: ResultAssessment, subject: string): string {
  if (/^(?:r\d+|total|grade|budget)$/.test(subject)) return `${assessmentNumber}-${subject}`;
  if (/^(?:funds|budget)\/\d+$/.test(subject)) return `${assessmentNumber}-${subject.replace('/', '')}`;
  const group = assessment.groups.findIndex(({ path }) => path.join(' / ') === subject);
  return group >= 0 ? groupKey(assessmentNumber, group) : `${assessmentNumber}-other`;
}

export function groupKey(assessmentNumber: number, group: number): string {
  return `${assessmentNumber}-group${group + 1}`;
}

/** The number in a published assessment's id (`<sha256>#2`). */
export function numberOf(assessmentId: string): number {
  return Number(assessmentId.slice(assessmentId.lastIndexOf('#') + 1));
}

import type { Assessment } from '../model/assessment.ts';
import type { Profile } from '../model/profile.ts';
import type { RecordedDocument } from '../model/record.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import type { ScoredAssessment } from './publish-result.ts';

/**
 * The assessments of one document with their scoring; each is compared with the others of the same document. `onStep` is called
 * after each.
 */
export function scoreDocument(
  { member, assessments }: Pick<RecordedDocument, 'member' | 'assessments'>,
  profiles: readonly Profile[],
  onStep: () => void = () => {},
): readonly ScoredAssessment[] {
  return assessments.map((assessment: Assessment) => {
    const profile = profiles.find(({ id }) => id === assessment.profileId);
    const scored = scoreAssessment(assessment, profile, assessments);
    onStep();
    return { assessment, scored, ...(member ? { member } : {}) };
  });
}

import type { Assessment } from '../model/assessment.ts';
import type { Profile } from '../model/profile.ts';
import type { RecordedDocument } from '../model/record.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import type { ScoredAssessment } from './publish-result.ts';

/** The assessments of one document with their scoring; each is compared with the others of the same document. */
export function scoreDocument(
  { member, assessments }: Pick<RecordedDocument, 'member' | 'assessments'>,
  profiles: readonly Profile[],
): readonly ScoredAssessment[] {
  return assessments.map((assessment: Assessment) => ({
    assessment,
    scored: scoreAssessment(
      assessment,
      profiles.find((profile) => profile.id === assessment.profileId),
      assessments.filter((other) => other !== assessment),
    ),
    ...(member ? { member } : {}),
  }));
}

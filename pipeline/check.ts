import { extract } from '../extractors/index.ts';
import type { Profile } from '../model/profile.ts';
import { profiles as knownProfiles } from '../profiles/index.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { readAssessments } from '../tables/read-assessments.ts';

/** The steps of a document's journey in order: extract → read → score. */
export async function checkDocument(
  bytes: Uint8Array,
  name: string,
  profiles: readonly Profile[] = knownProfiles,
) {
  const extraction = await extract(bytes, name);
  if (!extraction.ok) return extraction;
  const reading = readAssessments(extraction.value, profiles);
  return reading.value.map((assessment) =>
    scoreAssessment(
      assessment,
      profiles.find((profile) => profile.id === assessment.profileId),
    ),
  );
}

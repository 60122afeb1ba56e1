import type { ColumnRole } from '../model/column-role.ts';
import type { Profile } from '../model/profile.ts';
import type { DraftRow } from './draft-row.ts';
import { matchRubric, nameShare, type RubricReading } from './match-rubric.ts';

/** Below this share of rows with a known name no rubric is tried. */
const leastNames = 0.2;
/** A rubric is that of the form when at least this share of the rows matches one of its rows. */
const leastRows = 0.5;

export type FoundProfile = { readonly profile: Profile; readonly reading: RubricReading };

/** The profile whose rubric these rows are, and how they match it. */
export function findProfile(
  drafts: readonly DraftRow[],
  profiles: readonly Profile[],
  columns: readonly ColumnRole[],
): FoundProfile | undefined {
  let best: (FoundProfile & { readonly share: number }) | undefined;
  for (const profile of profiles) {
    if (profile.rubric.length === 0 || !columns.includes('selfScore')) continue;
    if (nameShare(drafts, profile.rubric) < leastNames) continue;
    const reading = matchRubric(drafts, profile);
    const share = reading.matches.length / Math.max(1, Math.min(drafts.length, profile.rubric.length));
    if (share >= leastRows && share > (best?.share ?? 0)) best = { profile, reading, share };
  }
  return best;
}

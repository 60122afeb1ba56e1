import type { ColumnRole } from '../model/column-role.ts';
import type { Profile } from '../model/profile.ts';
import type { DraftRow } from './draft-row.ts';
import { matchRubric, nameShare } from './match-rubric.ts';

/** Below this share of rows with a known name no rubric is tried. */
const leastNames = 0.2;
/** A rubric is that of the form when at least this share of the rows matches one of its rows. */
const leastRows = 0.5;

/** The profile whose rubric these rows are. */
export function findProfile(
  drafts: readonly DraftRow[],
  profiles: readonly Profile[],
  columns: readonly ColumnRole[],
): Profile | undefined {
  let best: { readonly profile: Profile; readonly share: number } | undefined;
  for (const profile of profiles) {
    if (profile.rubric.length === 0 || !columns.includes('selfScore')) continue;
    if (nameShare(drafts, profile.rubric) < leastNames) continue;
    const { matches } = matchRubric(drafts, profile);
    const share = matches.length / Math.max(1, Math.min(drafts.length, profile.rubric.length));
    if (share >= leastRows && share > (best?.share ?? 0)) best = { profile, share };
  }
  return best?.profile;
}

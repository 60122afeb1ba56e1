import type { Correction } from '../model/correction.ts';
import type { Note } from '../model/note.ts';
import type { Profile } from '../model/profile.ts';
import type { CheckRecord } from '../model/record.ts';
import type { CheckResult } from '../model/result.ts';
import { profiles as knownProfiles } from '../profiles/index.ts';
import { applyCorrections } from './apply-corrections.ts';
import { type FileIdentity, publishResult } from './publish-result.ts';
import { scoreDocument } from './score-document.ts';

/** What a record is scored for: the file as the result shall name it, and the known forms unless others are given. */
export type RescoreSettings = Omit<FileIdentity, 'mediaType'> & {
  readonly sha256: string;
  readonly profiles?: readonly Profile[];
};

/**
 * Scores a reading again with corrections laid over it, and publishes it; the record stays as it is. Without corrections it
 * gives what the check gave. Each correction that was applied stands in its assessment's `corrections`; one that no longer fits
 * is a note.
 */
export function rescore(
  record: CheckRecord,
  corrections: readonly Correction[],
  { profiles = knownProfiles, ...identity }: RescoreSettings,
): CheckResult {
  const staleNotes: Note[] = [];
  let number = 0;
  const assessments = record.documents.flatMap((document) => {
    const corrected = document.assessments.map((assessment) => {
      number += 1;
      const id = `${identity.sha256}#${number}`;
      return applyCorrections(
        assessment,
        corrections.filter((correction) => correction.assessment === id),
      );
    });
    staleNotes.push(...corrected.flatMap(({ notes }) => notes));
    const overlaid = { ...document, assessments: corrected.map(({ assessment }) => assessment) };
    return scoreDocument(overlaid, profiles).map((scored, index) => ({
      ...scored,
      corrections: corrected[index]?.applied ?? [],
    }));
  });
  return publishResult(
    { ...identity, mediaType: record.mediaType },
    { assessments, notes: [...record.notes, ...staleNotes] },
  );
}

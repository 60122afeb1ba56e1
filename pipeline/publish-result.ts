import type { Assessment } from '../model/assessment.ts';
import type { AppliedCorrection } from '../model/correction.ts';
import type { Scored } from '../model/finding.ts';
import type { Language } from '../model/localized.ts';
import type { Note } from '../model/note.ts';
import type { Refusal } from '../model/outcome-channels.ts';
import type { CheckResult } from '../model/result.ts';
import { engineVersion } from './engine-version.ts';
import { type ArchiveMember, publishAssessment, publishNote } from './publish-assessment.ts';

/** What is known of a file before anybody reads a meaning into it; a hash or media type that is not known is absent. */
export type FileIdentity = {
  /** As the caller gave it. */
  readonly file: string;
  readonly sha256?: string;
  readonly mediaType?: string;
  readonly language: Language;
};

export type ScoredAssessment = {
  readonly assessment: Assessment;
  readonly scored: Scored;
  readonly member?: ArchiveMember;
  readonly corrections?: readonly AppliedCorrection[];
};

/** All that the steps made of a document. */
export type CheckedDocument = {
  readonly assessments: readonly ScoredAssessment[];
  readonly notes: readonly Note[];
};

/** The published line of a document that was read; one without an assessment is `no-assessment`. */
export function publishResult(identity: FileIdentity, document: CheckedDocument): CheckResult {
  return {
    ...header(identity),
    status: document.assessments.length > 0 ? 'checked' : 'no-assessment',
    error: null,
    assessments: document.assessments.map(({ assessment, scored, member, corrections = [] }, index) =>
      publishAssessment(
        {
          id: `${identity.sha256 ?? 'unknown'}#${index + 1}`,
          language: identity.language,
          ...(member ? { member } : {}),
          corrections,
        },
        assessment,
        scored,
      ),
    ),
    notes: document.notes.map((note) => publishNote(note, identity.language)),
  };
}

/** The published line of a file that could not be read. */
export function publishRefusal(identity: FileIdentity, refusal: Refusal): CheckResult {
  return {
    ...header(identity),
    status: 'unreadable',
    error: {
      code: refusal.code,
      message: refusal.message[identity.language],
      messageIn: refusal.message,
    },
    assessments: [],
    notes: [],
  };
}

function header(
  identity: FileIdentity,
): Pick<CheckResult, 'schemaVersion' | 'engine' | 'file' | 'sha256' | 'mediaType'> {
  return {
    schemaVersion: 1,
    engine: engineVersion,
    file: identity.file,
    sha256: identity.sha256 ?? null,
    mediaType: identity.mediaType ?? null,
  };
}

import { createHash } from 'node:crypto';
import { extract } from '../extractors/index.ts';
import type { Language } from '../model/localized.ts';
import type { Profile } from '../model/profile.ts';
import type { CheckResult } from '../model/result.ts';
import { profiles as knownProfiles } from '../profiles/index.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { readAssessments } from '../tables/read-assessments.ts';
import { type FileIdentity, publishRefusal, publishResult } from './publish-result.ts';

/** A document to check. `file` is only a label; `profiles` are all known forms unless others are given. */
export type DocumentToCheck = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly language: Language;
  readonly profiles?: readonly Profile[];
};

/**
 * A document's journey: extract → read → score → publish. Touches neither disk nor network and never throws: what goes
 * wrong with one document is its own result (`internal/error` where the fault is ours).
 */
export async function checkDocument(document: DocumentToCheck): Promise<CheckResult> {
  const sha256 = createHash('sha256').update(document.bytes).digest('hex');
  const identity = { file: document.file, sha256, language: document.language };
  try {
    return await runSteps(document, identity);
  } catch (problem) {
    const what = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
    return publishRefusal(identity, {
      code: 'internal/error',
      message: {
        zh: `程序内部错误，本文件未能复核（${what}）`,
        en: `internal error, this file was not checked (${what})`,
      },
    });
  }
}

async function runSteps(document: DocumentToCheck, identity: FileIdentity): Promise<CheckResult> {
  const profiles = document.profiles ?? knownProfiles;
  const extraction = await extract(document.bytes, document.file);
  if (!extraction.ok) return publishRefusal(identity, extraction.refusal);

  const reading = readAssessments(extraction.value, profiles);
  const assessments = reading.value.map((assessment) => ({
    assessment,
    scored: scoreAssessment(
      assessment,
      profiles.find((profile) => profile.id === assessment.profileId),
    ),
  }));
  return publishResult(
    { ...identity, mediaType: extraction.value.mediaType },
    { assessments, notes: [...extraction.value.notes, ...reading.notes] },
  );
}

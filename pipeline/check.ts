import { createHash } from 'node:crypto';
import { type ArchiveContent, extract, openIfArchive } from '../extractors/index.ts';
import type { Language, Localized } from '../model/localized.ts';
import type { Note } from '../model/note.ts';
import { accept, type Refusal, type Result } from '../model/outcome-channels.ts';
import type { Profile } from '../model/profile.ts';
import type { CheckResult } from '../model/result.ts';
import { profiles as knownProfiles } from '../profiles/index.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { readAssessments } from '../tables/read-assessments.ts';
import {
  type CheckedDocument,
  type FileIdentity,
  publishRefusal,
  publishResult,
  type ScoredAssessment,
} from './publish-result.ts';

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
  const sha256 = hashOf(document.bytes);
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
  const archive = await openIfArchive(document.bytes);
  if (archive?.ok) return checkArchive(archive.value, document, identity);
  if (archive) return publishRefusal(identity, archive.refusal);
  const read = await readAndScore(document.bytes, document.file, document);
  if (!read.ok) return publishRefusal(identity, read.refusal);
  return publishResult({ ...identity, mediaType: read.value.mediaType }, read.value);
}

type ReadDocument = CheckedDocument & { readonly mediaType: string };

async function readAndScore(
  bytes: Uint8Array,
  name: string,
  { profiles = knownProfiles }: DocumentToCheck,
): Promise<Result<ReadDocument>> {
  const extraction = await extract(bytes, name);
  if (!extraction.ok) return extraction;
  const reading = readAssessments(extraction.value, profiles);
  const assessments = reading.value.map((assessment) => ({
    assessment,
    scored: scoreAssessment(
      assessment,
      profiles.find((profile) => profile.id === assessment.profileId),
      reading.value.filter((other) => other !== assessment),
    ),
  }));
  const notes = [...extraction.value.notes, ...reading.notes];
  return accept({ assessments, notes, mediaType: extraction.value.mediaType });
}

/**
 * An archive is one input with one result: the assessments of all its files, each with the file's name. A file in it that
 * cannot be read is a note; the archive is unreadable only when none of its files could be read.
 */
async function checkArchive(
  { members, notes }: ArchiveContent,
  document: DocumentToCheck,
  identity: FileIdentity,
): Promise<CheckResult> {
  const assessments: ScoredAssessment[] = [];
  const allNotes: Note[] = [...notes];
  let readable = 0;
  for (const { name, bytes } of members) {
    const read = await readAndScore(bytes, name, document);
    if (!read.ok) {
      allNotes.push(memberNotRead(name, read.refusal));
      continue;
    }
    readable += 1;
    const member = { name, sha256: hashOf(bytes) };
    assessments.push(...read.value.assessments.map((scored) => ({ ...scored, member })));
    allNotes.push(...read.value.notes.map((said) => ({ ...said, message: named(name, said.message) })));
  }
  if (readable === 0 && members.length > 0) {
    const [first] = allNotes;
    return publishRefusal(identity, {
      code: 'archive/nothing-readable',
      message: {
        zh: `压缩包中的 ${members.length} 个文件都不能读取；${first?.message.zh ?? ''}`,
        en: `none of the ${members.length} files in the archive can be read; ${first?.message.en ?? ''}`,
      },
    });
  }
  return publishResult({ ...identity, mediaType: 'application/zip' }, { assessments, notes: allNotes });
}

function memberNotRead(name: string, { code, message }: Refusal): Note {
  return { code, message: named(name, message) };
}

function named(name: string, message: Localized): Localized {
  return { zh: `${name}：${message.zh}`, en: `${name}: ${message.en}` };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

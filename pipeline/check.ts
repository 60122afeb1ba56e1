import { type ArchiveContent, extract, type Opened, open } from '../extractors/index.ts';
import type { ReadingOptions } from '../extractors/reading-options.ts';
import { recognitionNeeded } from '../extractors/recognition-needed.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Language, Localized } from '../model/localized.ts';
import type { Note } from '../model/note.ts';
import { accept, type Refusal, type Result } from '../model/outcome-channels.ts';
import type { Profile } from '../model/profile.ts';
import type { OcrPolicy } from '../model/recognition.ts';
import type { CheckRecord, RecordedDocument } from '../model/record.ts';
import type { CheckResult } from '../model/result.ts';
import { profiles as knownProfiles } from '../profiles/index.ts';
import { readAssessments } from '../tables/read-assessments.ts';
import { type FileIdentity, publishRefusal, publishResult, type ScoredAssessment } from './publish-result.ts';
import { scoreDocument } from './score-document.ts';

/** A document to check. `file` is only a label; `profiles` are all known forms unless others are given. */
export type DocumentToCheck = {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of the bytes, where it is known. */
  readonly sha256?: string;
  readonly language: Language;
  readonly profiles?: readonly Profile[];
  /** Which pages are recognised from their pictures; `auto` unless given. */
  readonly ocr?: OcrPolicy;
  /** Called when a page, an assessment or a file of an archive is done: long documents are watched by it. */
  readonly onStep?: (pages?: { readonly done: number; readonly all: number }) => void;
};

/** A result and the reading that it rests on; no reading where the document could not be read or its reading is too large to keep. */
export type CheckedWithRecord = { readonly result: CheckResult; readonly record?: CheckRecord };

/**
 * A document's journey: extract → read → score → publish. Touches neither disk nor network and never throws: what goes
 * wrong with one document is its own result (`internal/error` where the fault is ours).
 */
export async function checkDocument(document: DocumentToCheck): Promise<CheckResult> {
  return (await check(document, () => {})).result;
}

/** The same, with the reading, so that it can be scored again without the document (`rescore.ts`). */
export async function checkAndRecord(document: DocumentToCheck): Promise<CheckedWithRecord> {
  const documents: RecordedDocument[] = [];
  const { result, source } = await check(document, (read) => documents.push(read));
  return source === undefined ? { result } : { result, record: { ...source, documents } };
}

/** Where the reading of each document goes; what nobody keeps is free again before the next file of an archive is read. */
type Keep = (document: RecordedDocument) => void;

/** What a file came to: `source` is absent where it could not be read. */
type Checked = { readonly result: CheckResult; readonly source?: Omit<CheckRecord, 'documents'> };

async function check(document: DocumentToCheck, keep: Keep): Promise<Checked> {
  const sha256 = document.sha256 ?? (await hashOf(document.bytes));
  const identity = { file: document.file, sha256, language: document.language };
  try {
    return await runSteps(document, identity, keep);
  } catch (problem) {
    const what = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
    return refused(identity, {
      code: 'internal/error',
      message: {
        zh: `程序内部错误，本文件未能复核（${what}）`,
        en: `internal error, this file was not checked (${what})`,
      },
    });
  }
}

async function runSteps(document: DocumentToCheck, identity: FileIdentity, keep: Keep): Promise<Checked> {
  const read = await readInput(document, keep);
  if (!read.ok) return refused(identity, read.refusal);
  if (read.value.kind === 'archive') return checkArchive(read.value.content, document, { identity, keep });
  const { mediaType, notes } = read.value;
  return published(identity, { assessments: scored(read.value, document), notes, mediaType });
}

/** What scoring needs of a document that was read; its pages and grids are free again unless they are kept. */
type ReadDocument = Pick<RecordedDocument, 'member' | 'assessments'> & {
  readonly mediaType: string;
  readonly notes: readonly Note[];
};

type ReadInput =
  | ({ readonly kind: 'document' } & ReadDocument)
  | Extract<Opened, { readonly kind: 'archive' }>;

/** A function of its own, since what it holds is held until it returns: an extraction can be larger than all that follows. */
async function readInput(document: DocumentToCheck, keep: Keep): Promise<Result<ReadInput>> {
  const opened = await open(document.bytes, document.file, readingOptions(document));
  if (!opened.ok) return opened;
  if (opened.value.kind === 'archive') return accept(opened.value);
  return accept({ kind: 'document', ...readExtraction(opened.value.extraction, document, keep) });
}

async function readMember(
  bytes: Uint8Array,
  name: string,
  { document, keep }: { readonly document: DocumentToCheck; readonly keep: Keep },
): Promise<Result<ReadDocument>> {
  const extraction = await extract(bytes, name, readingOptions(document));
  if (!extraction.ok) return extraction;
  const member = { name, sha256: await hashOf(bytes) };
  return accept(readExtraction(extraction.value, document, keep, member));
}

function readingOptions({ ocr = 'auto', onStep = () => {} }: DocumentToCheck): ReadingOptions {
  return { ocr, onPage: onStep };
}

function readExtraction(
  extraction: Extraction,
  { profiles = knownProfiles, onStep = () => {} }: DocumentToCheck,
  keep: Keep,
  member?: RecordedDocument['member'],
): ReadDocument {
  onStep();
  const reading = readAssessments(extraction, profiles, onStep);
  onStep();
  const document = { ...(member ? { member } : {}), assessments: reading.value };
  keep({ ...document, extraction });
  return { ...document, mediaType: extraction.mediaType, notes: [...extraction.notes, ...reading.notes] };
}

const scored = (read: ReadDocument, { profiles, onStep }: DocumentToCheck): readonly ScoredAssessment[] =>
  scoreDocument(read, profiles ?? knownProfiles, onStep);

/**
 * An archive is one input with one result: the assessments of all its files, each with the file's name. A file in it that
 * cannot be read is a note; the archive is unreadable only when none of its files could be read.
 */
async function checkArchive(
  { members, notes }: ArchiveContent,
  document: DocumentToCheck,
  { identity, keep }: { readonly identity: FileIdentity; readonly keep: Keep },
): Promise<Checked> {
  const assessments: ScoredAssessment[] = [];
  const allNotes: Note[] = [...notes];
  let readable = 0;
  for (const { name, bytes } of members) {
    const read = await readMember(bytes, name, { document, keep });
    if (!read.ok) {
      allNotes.push(memberNotRead(name, read.refusal));
      continue;
    }
    readable += 1;
    assessments.push(...scored(read.value, document));
    allNotes.push(...read.value.notes.map((said) => ({ ...said, message: named(name, said.message) })));
  }
  if (readable === 0 && members.length > 0)
    return refused(identity, nothingReadable(members.length, allNotes));
  return published(identity, { assessments, notes: allNotes, mediaType: 'application/zip' });
}

type Read = {
  readonly assessments: readonly ScoredAssessment[];
  readonly notes: readonly Note[];
  readonly mediaType: string;
};

function published(identity: FileIdentity, { assessments, notes, mediaType }: Read): Checked {
  return {
    result: publishResult({ ...identity, mediaType }, { assessments, notes }),
    source: { mediaType, notes },
  };
}

function refused(identity: FileIdentity, refusal: Refusal): Checked {
  return { result: publishRefusal(identity, refusal) };
}

function nothingReadable(count: number, notes: readonly Note[]): Refusal {
  const [first] = notes;
  return {
    code: notes.some(({ code }) => code === recognitionNeeded)
      ? recognitionNeeded
      : 'archive/nothing-readable',
    message: {
      zh: `压缩包中的 ${count} 个文件都不能读取；${first?.message.zh ?? ''}`,
      en: `none of the ${count} files in the archive can be read; ${first?.message.en ?? ''}`,
    },
  };
}

function memberNotRead(name: string, { code, message }: Refusal): Note {
  return { code, message: named(name, message) };
}

function named(name: string, message: Localized): Localized {
  return { zh: `${name}：${message.zh}`, en: `${name}: ${message.en}` };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const { hash } = await import('node:crypto');
  return hash('sha256', bytes);
}

import type { Language } from '../model/localized.ts';
import type { Result } from '../model/outcome-channels.ts';
import type { CheckResult } from '../model/result.ts';
import type { DocumentPool } from '../pipeline/isolate/document-pool.ts';
import type { OnStep } from '../pipeline/isolate/guarded-child.ts';
import { publishRefusal } from '../pipeline/publish-result.ts';
import { readDocument } from './read-document.ts';

/** How documents are to be read. */
export type RunnerSettings = {
  readonly language: Language;
  /** `generic` leaves every profile out, as if the forms were unknown. */
  readonly rubrics: 'known' | 'generic';
  readonly ocr: 'auto' | 'always' | 'never';
  /** Files worked on at once, where the runner can. */
  readonly jobs: number;
};

/** Gives a document's bytes; those of the file of that name unless given. */
type ReadBytes = () => Promise<Result<Uint8Array>>;

/** Where a document's bytes come from, and who is told of its pages. */
type HowToCheck = { readonly read?: ReadBytes; readonly onStep?: OnStep };

/** What checks one file. `check` never rejects for a fault of the file; `width` files may be under way at once. */
export type Runner = {
  readonly check: (file: string, how?: HowToCheck) => Promise<CheckResult>;
  readonly width: number;
};

/** Results that may wait for one before them, for each file worked on: a slow file shall not leave the others idle. */
const aheadPerJob = 8;

/** Checks in the guarded children of `pool`, whose first may have started before it was known what is wanted. */
export function createRunner(settings: RunnerSettings, pool: DocumentPool): Runner {
  pool.setJobs(settings.jobs);
  return {
    check: (file, how = {}) => checkFile(file, settings, { pool, ...how }),
    width: settings.jobs * aheadPerJob,
  };
}

async function checkFile(
  file: string,
  settings: RunnerSettings,
  { pool, onStep, read: readBytes = () => readDocument(file) }: HowToCheck & { readonly pool: DocumentPool },
): Promise<CheckResult> {
  const { language, rubrics, ocr } = settings;
  let read: Uint8Array | undefined;
  const bytes = async (): Promise<Result<Uint8Array>> => {
    const document = await readBytes();
    if (document.ok) read = document.value;
    return document;
  };
  const checked = await pool.check({ file, language, rubrics, ocr }, bytes, onStep);
  if (checked.ok) return checked.value;
  const identity = read === undefined ? { file, language } : { file, language, sha256: await sha256(read) };
  return publishRefusal(identity, checked.refusal);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const { hash } = await import('node:crypto');
  return hash('sha256', bytes);
}

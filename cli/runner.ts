import type { Language } from '../model/localized.ts';
import type { CheckResult } from '../model/result.ts';
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

/**
 * What checks one file. `check` never rejects for a fault of the file; `width` files may be under way at once.
 * `close` ends whatever the runner keeps running.
 */
export type Runner = {
  readonly check: (file: string) => Promise<CheckResult>;
  readonly width: number;
  readonly close: () => Promise<void>;
};

/** Checks in this process, one file at a time: more would only hold more files in memory. */
export function createRunner(settings: RunnerSettings): Runner {
  return { check: (file) => checkFile(file, settings), width: 1, close: async () => {} };
}

async function checkFile(file: string, settings: RunnerSettings): Promise<CheckResult> {
  const { language } = settings;
  const bytes = await readDocument(file);
  if (!bytes.ok) return publishRefusal({ file, language }, bytes.refusal);
  const [{ checkDocument }, { profiles }] = await Promise.all([
    import('../pipeline/check.ts'),
    import('../profiles/index.ts'),
  ]);
  return checkDocument({
    file,
    bytes: bytes.value,
    language,
    profiles: settings.rubrics === 'generic' ? [] : profiles,
  });
}

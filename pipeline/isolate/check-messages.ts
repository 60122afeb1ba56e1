import type { Language } from '../../model/localized.ts';
import type { CheckResult } from '../../model/result.ts';

/** What a check needs to know beside the document's bytes. `generic` leaves the known forms out. */
export type CheckRequest = {
  readonly file: string;
  readonly language: Language;
  readonly rubrics: 'known' | 'generic';
};

export function isCheckRequest(message: unknown): message is CheckRequest {
  if (typeof message !== 'object' || message === null) return false;
  const { file, language, rubrics }: { file?: unknown; language?: unknown; rubrics?: unknown } = message;
  return (
    typeof file === 'string' &&
    (language === 'zh' || language === 'en') &&
    (rubrics === 'known' || rubrics === 'generic')
  );
}

/**
 * Is this the result of the file that was asked about? Only the frame of it is looked at: the rest was made by
 * `checkDocument` of this same version, and the full schema would cost more than many a document.
 */
export function isCheckResultOf(file: string, value: unknown): value is CheckResult {
  if (typeof value !== 'object' || value === null) return false;
  const result: { schemaVersion?: unknown; file?: unknown; assessments?: unknown; notes?: unknown } = value;
  return (
    result.schemaVersion === 1 &&
    result.file === file &&
    Array.isArray(result.assessments) &&
    Array.isArray(result.notes)
  );
}

import type { Language } from '../../model/localized.ts';

/** What a check needs to know beside the document's bytes. `generic` leaves the rubrics of known forms out. */
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

import type { Language } from '../model/localized.ts';

/** The options of `fuhe check`. */
export type CheckOptions = {
  readonly format: 'text' | 'json' | 'ndjson';
  /** Folder for the reports. */
  readonly out?: string;
  readonly ocr: 'auto' | 'always' | 'never';
  readonly lang: Language;
  /** Files worked on at once; as many as there are cores unless given. */
  readonly jobs?: number;
  readonly failOn?: 'error' | 'warning';
  readonly generic?: true;
  readonly verbose?: true;
  /** A further report in the folder of `out`. */
  readonly report?: 'docx';
};

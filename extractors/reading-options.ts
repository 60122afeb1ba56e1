import type { OcrPolicy } from '../model/recognition.ts';

/** How a file is to be read. */
export type ReadingOptions = {
  readonly ocr: OcrPolicy;
  /** Called after each page. */
  readonly onPage: (pages: { readonly done: number; readonly all: number }) => void;
};

/** Pages without text are recognised; nobody follows. */
export const usualReading: ReadingOptions = { ocr: 'auto', onPage: () => {} };

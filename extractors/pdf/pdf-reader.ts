import type { Result } from '../../model/outcome-channels.ts';
import type { PageContent } from '../layout/page-content.ts';

/** An open document. `readPage` counts from 1 and frees what it used before it returns. */
export type PdfDocument = {
  readonly pageCount: number;
  readonly readPage: (number: number) => Promise<PageContent>;
  readonly close: () => Promise<void>;
};

/** A library that reads PDF. `open` refuses with `pdf/encrypted`, `pdf/damaged` or `pdf/empty`. */
export type PdfReader = {
  readonly name: string;
  readonly open: (bytes: Uint8Array) => Promise<Result<PdfDocument>>;
};

/** Objects of one page that are looked at; a drawing with more is no table. */
export const maxObjectsPerPage = 200_000;

/** Path points of one page that are looked at. */
export const maxPathPointsPerPage = 1_000_000;

/** Characters of one page that are read. */
export const maxGlyphsPerPage = 200_000;

/** Depth to which drawings within drawings are followed (Acrobat itself stops at 28). */
export const maxFormDepth = 28;

/** Pages of one document that are read. */
export const maxPages = 5000;

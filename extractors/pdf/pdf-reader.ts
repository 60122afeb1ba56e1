import type { Result } from '../../model/outcome-channels.ts';
import type { PageContent } from '../layout/page-content.ts';

/** A page in pixels: 8 bits a channel, rows top to bottom without padding; `channels` 1 is grey, 3 is RGB. */
export type PagePicture = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly values: Uint8Array;
  readonly dotsPerInch: number;
};

/** An open document. `readPage` counts from 1 and frees what it used before it returns. */
export type PdfDocument = {
  readonly pageCount: number;
  readonly readPage: (number: number) => Promise<PageContent>;
  /** What the page shows, for recognition; absent where the library cannot draw. */
  readonly readPicture?: (number: number) => Promise<PagePicture | undefined>;
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

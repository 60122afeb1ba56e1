import { listZip } from './read-zip.ts';

/** What a zip is: a document of one of the formats that are zips inside, or a plain archive of files. */
export type ZipKind = 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'odf' | 'archive' | 'damaged';

/** Tells a zip's kind from the names of its members. */
export async function zipKind(bytes: Uint8Array): Promise<ZipKind> {
  const names = await listZip(bytes);
  if (names === undefined) return 'damaged';
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^word\//i)) return 'docx';
    if (has(/^xl\//i)) return 'xlsx';
    if (has(/^ppt\//i)) return 'pptx';
  }
  if (has(/^OFD\.xml$/i)) return 'ofd';
  return has(/^mimetype$/) && has(/^content\.xml$/) ? 'odf' : 'archive';
}

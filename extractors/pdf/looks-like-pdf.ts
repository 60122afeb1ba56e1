/** Bytes at the start in which readers look for the header (ISO 32000-1, appendix H, implementation note 13). */
const headerReach = 1024;

/** Is `%PDF-` at the start, or within the first kilobyte of a file that has a PDF's end? */
export function looksLikePdf(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, headerReach));
  const at = head.indexOf('%PDF-');
  if (at <= 0) return at === 0;
  return /startxref|%%EOF/.test(latin(bytes.subarray(-headerReach)));
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

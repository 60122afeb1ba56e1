import path from 'node:path';

const hashPattern = /^[0-9a-f]{64}$/;

/** Is this a SHA-256 in lower-case hex digits, and nothing else? */
export function isHash(text: string): boolean {
  return hashPattern.test(text);
}

/** Where a blob lies: `ab/cd/abcd…`. Throws on what is no hash, so that no name ever becomes a path. */
export function blobPath(folder: string, sha256: string): string {
  if (!isHash(sha256)) throw new TypeError('not a SHA-256');
  return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

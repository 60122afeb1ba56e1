import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version in the nearest `package.json` above this module, which stands one level deeper once it is built. */
function readVersion(folder: string): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (isVersioned(manifest)) return manifest.version;
  } catch (problem) {
    if (!isMissing(problem)) throw problem;
  }
  const parent = path.dirname(folder);
  return parent === folder ? 'unknown' : readVersion(parent);
}

function isVersioned(manifest: unknown): manifest is { readonly version: string } {
  return (
    typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
  );
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
}

/** The version that stands in every result. */
export const engineVersion = readVersion(import.meta.dirname);

import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The folders whose code takes part in reading a document; everything else of the project stays closed. */
const layers = ['model', 'text', 'extractors', 'tables', 'profiles', 'scoring', 'pipeline'] as const;

/**
 * All that a child may read: the code of the layers (sources or `dist/`), the packages that it finds from there, and the
 * `package.json` files on the way up, which Node and `engine-version.ts` ask for. Never a document, never the record.
 */
export function readablePaths(entry: string): readonly string[] {
  const base = path.join(import.meta.dirname, '../..');
  const above = foldersAbove(base);
  const packages = above
    .map((folder) => path.join(folder, 'node_modules'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, realpathSync(folder)]);
  return [
    entry,
    ...layers.map((layer) => path.join(base, layer, path.sep)),
    ...[...new Set(packages)].map((folder) => path.join(folder, path.sep)),
    ...above.map((folder) => path.join(folder, 'package.json')),
  ];
}

function foldersAbove(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

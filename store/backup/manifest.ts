import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../blobs/sync-folder.ts';
import { StoreProblem } from '../store-problem.ts';
import type { KeptTable } from './kept-tables.ts';
import type { TableFile } from './row-lines.ts';

/** What a backup holds. It is written last: a folder without one is no backup. */
export type Manifest = {
  readonly format: 1;
  /** Steps of the schema that the rows are of. */
  readonly schema: number;
  readonly engine: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Folder of the tables' files. */
  readonly rows: string;
  readonly tables: Readonly<Partial<Record<KeptTable, TableFile>>>;
  readonly blobs: number;
};

const manifestFile = 'backup.json';

/** Puts the manifest in the place of the last one, at once. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = path.join(folder, `${manifestFile}.part`);
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(manifest, undefined, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path.join(folder, manifestFile));
  await syncFolder(folder);
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestFile), 'utf8').catch(() => undefined);
  const read: Partial<Manifest> | undefined = text === undefined ? undefined : parse(text);
  if (read?.format !== 1 || typeof read.rows !== 'string' || read.rows !== path.basename(read.rows)) {
    throw new StoreProblem('backup/none', {
      zh: `${folder} 中没有完整的备份`,
      en: `there is no complete backup in ${folder}`,
    });
  }
  // A file of ours with a format that we know.
  return read as Manifest;
}

function parse(text: string): Partial<Manifest> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

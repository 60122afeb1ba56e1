import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { blobPath, isHash } from './blob-path.ts';
import type { Blobs } from './blobs.ts';
import { putBlob } from './put-blob.ts';
import { sweepTemporary } from './sweep-temporary.ts';

/** The folder of blobs in a data folder. */
export const blobFolder = 'blobs';

/** Bytes of one blob at most, unless the caller sets another limit: 4 GiB. */
const defaultLimit = 4 * 1024 ** 3;

export async function openBlobs(dataFolder: string): Promise<Blobs> {
  const folder = path.join(path.resolve(dataFolder), blobFolder);
  await mkdir(folder, { recursive: true });
  return {
    put: (bytes, limit = defaultLimit) => putBlob(folder, bytes, limit),
    has: async (sha256) => isHash(sha256) && (await isFile(blobPath(folder, sha256))),
    bytes: async (sha256) =>
      isHash(sha256) ? readFile(blobPath(folder, sha256)).catch(undefinedWhenMissing) : undefined,
    read: async (sha256) => (isHash(sha256) ? openStream(blobPath(folder, sha256)) : undefined),
    sweep: () => sweepTemporary(folder),
    list: () => listBlobs(folder),
  };
}

async function openStream(file: string): Promise<Readable | undefined> {
  const handle = await open(file, 'r').catch(undefinedWhenMissing);
  return handle && createReadStream(file, { fd: handle });
}

async function* listBlobs(folder: string): AsyncIterable<string> {
  for (const first of await foldersIn(folder)) {
    for (const second of await foldersIn(path.join(folder, first))) {
      const names = await readdir(path.join(folder, first, second));
      yield* names.filter((name) => isHash(name) && name.startsWith(first + second));
    }
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(undefinedWhenMissing);
  return found?.isFile() ?? false;
}

function undefinedWhenMissing(problem: unknown): undefined {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
  throw problem;
}

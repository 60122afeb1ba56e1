import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import { faultPoint } from '../fault-point.ts';
import { blobPath } from './blob-path.ts';
import type { StoredBlob } from './blobs.ts';
import { syncFolder } from './sync-folder.ts';

/** How the name of a file begins that is still being written; what is left of it after a crash is rubbish. */
export const temporaryPrefix = '.incoming-';

type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes bytes under the name of their hash: temporary file → fsync → rename → fsync of the folder. The temporary file lies
 * in the folder of blobs, on the same file system, so that the rename is one step.
 */
export async function putBlob(folder: string, bytes: Bytes, limit: number): Promise<Result<StoredBlob>> {
  const temporary = path.join(folder, `${temporaryPrefix}${randomUUID()}`);
  let isMoved = false;
  try {
    const written = await writeTemporary(temporary, bytes, limit);
    if (written === undefined) return tooLarge(limit);
    await faultPoint('blob-written');
    isMoved = await moveIntoPlace(temporary, folder, written);
    await faultPoint('blob-in-place');
    return accept(written);
  } finally {
    if (!isMoved) await rm(temporary, { force: true });
  }
}

/** Undefined when there are more bytes than the limit. */
async function writeTemporary(file: string, bytes: Bytes, limit: number): Promise<StoredBlob | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'wx', 0o640);
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      size += chunk.byteLength;
      if (size > limit) return undefined;
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** False where the same bytes lie there already. */
async function moveIntoPlace(
  temporary: string,
  folder: string,
  { sha256, size }: StoredBlob,
): Promise<boolean> {
  const target = blobPath(folder, sha256);
  if ((await sizeOf(target)) === size) return false;
  const parent = path.dirname(target);
  const created = await mkdir(parent, { recursive: true });
  await rename(temporary, target);
  await Promise.all((created === undefined ? [parent] : foldersUpTo(folder, parent)).map(syncFolder));
  return true;
}

/** New folders are names in the folders above them: whoever made one, all of them are to outlast a loss of power. */
function foldersUpTo(top: string, folder: string): readonly string[] {
  const folders = [folder];
  for (let above = folder; above !== top && above !== path.dirname(above); ) {
    above = path.dirname(above);
    folders.push(above);
  }
  return folders;
}

async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.size;
}

function tooLarge(limit: number): Result<StoredBlob> {
  return refuse('limits/too-large', {
    zh: `文件超过 ${limit} 字节的上限`,
    en: `the file has more than ${limit} bytes`,
  });
}

import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { accept, type Result } from '../model/outcome-channels.ts';
import { fileRefusal, largestFileInBytes, refusalOf } from './file-refusals.ts';

/** Larger files may take long, on which nothing else should wait. */
const smallInBytes = 1024 ** 2;

/** The bytes of a regular file; anything that could block or never end (a pipe, a device) is refused unread. */
export async function readDocument(file: string): Promise<Result<Uint8Array>> {
  try {
    const status = await stat(file);
    if (!status.isFile()) return { ok: false, refusal: fileRefusal('file/not-regular') };
    if (status.size > largestFileInBytes) return { ok: false, refusal: fileRefusal('file/too-large') };
    // A file that is there and small is read sooner than it is asked for.
    return accept(status.size <= smallInBytes ? readFileSync(file) : await readFile(file));
  } catch (problem) {
    return { ok: false, refusal: refusalOf(problem, file, 'file/unreadable') };
  }
}

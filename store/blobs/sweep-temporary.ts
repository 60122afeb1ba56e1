import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { temporaryPrefix } from './put-blob.ts';

/** Milliseconds without a byte after which no upload and no fetch is still under way: their own limits are minutes. */
const abandonedAfter = 3_600_000;

/** Removes temporary files that nobody writes to any more; gives how many. */
export async function sweepTemporary(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(temporaryPrefix));
  let removed = 0;
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < abandonedAfter) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

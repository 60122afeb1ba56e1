import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';

/** What can be seen of a file without opening it. Times are milliseconds since 1970. */
export type Look = {
  readonly size: number;
  readonly modifiedAt: number;
  readonly inode: number;
};

/** A regular file as it is now; undefined where there is none (links are not followed). */
export async function lookAt(file: string): Promise<Look | undefined> {
  const found = await lstat(file).catch(undefinedWhenGone);
  return found?.isFile() ? lookOf(found) : undefined;
}

export function isSameLook(a: Look, b: Look | undefined): boolean {
  return a.size === b?.size && a.modifiedAt === b.modifiedAt && a.inode === b.inode;
}

function lookOf({ size, mtimeMs, ino }: Stats): Look {
  return { size, modifiedAt: mtimeMs, inode: ino };
}

/** Gone, or hidden behind a folder that went away: the same to whoever asks. */
export function undefinedWhenGone(problem: unknown): undefined {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw problem;
}

import { copyFile, link, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { undefinedWhenGone } from './look.ts';

/** A file to be moved below another folder, where `relative` keeps its place among its subfolders. */
export type Move = { readonly file: string; readonly folder: string; readonly relative: string };

/** Names tried for one file before something must be wrong. */
const namesTried = 10_000;

/**
 * Moves a file below a folder and gives its new path. Nothing there is ever overwritten: a name that is taken gets a number.
 * A move that a crash interrupted is completed when it is asked for again.
 */
export async function setAside({ file, folder, relative }: Move): Promise<string> {
  const wanted = path.join(folder, relative);
  await mkdir(path.dirname(wanted), { recursive: true });
  for (let number = 1; number <= namesTried; number += 1) {
    const target = numbered(wanted, number);
    if (await moveTo(file, target)) return target;
  }
  throw new Error(`no free name for ${wanted}`);
}

function numbered(file: string, number: number): string {
  if (number === 1) return file;
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name} (${number})${ext}`);
}

/** False where the name is taken by another file. A link refuses to overwrite, which a rename does not. */
async function moveTo(file: string, target: string): Promise<boolean> {
  try {
    await link(file, target);
  } catch (problem) {
    switch (codeOf(problem)) {
      case 'EEXIST':
        if (!(await isSameFile(file, target))) return false;
        break;
      case 'EXDEV':
      case 'EPERM':
      case 'ENOTSUP':
      case 'ENOSYS':
      case 'EMLINK':
        return moveWithoutLink(file, target);
      default:
        throw problem;
    }
  }
  await unlink(file);
  return true;
}

/** For file systems that know no links, and for moves to another one: the name is reserved before anything is put there. */
async function moveWithoutLink(file: string, target: string): Promise<boolean> {
  try {
    await (await open(target, 'wx')).close();
  } catch (problem) {
    if (codeOf(problem) === 'EEXIST') return false;
    throw problem;
  }
  try {
    await rename(file, target);
  } catch (problem) {
    if (codeOf(problem) === 'EXDEV') await copyAcross(file, target);
    else {
      await rm(target, { force: true });
      throw problem;
    }
  }
  return true;
}

async function copyAcross(file: string, target: string): Promise<void> {
  const temporary = `${target}.part`;
  await copyFile(file, temporary);
  const handle = await open(temporary, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(temporary, target);
  await unlink(file);
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b).catch(undefinedWhenGone)]);
  return first.ino === second?.ino && first.dev === second.dev;
}

function codeOf(problem: unknown): unknown {
  return problem instanceof Error && 'code' in problem ? problem.code : undefined;
}

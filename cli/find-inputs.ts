import type { Dirent } from 'node:fs';
import { glob, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileRefusal, refusalOf } from './file-refusals.ts';
import type { Input } from './input.ts';

/** Names that office programs and operating systems leave behind in folders; nobody publishes them. */
const leftBehind = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const globCharacters = /[*?[\]{}]/;

/**
 * What the arguments of `check` name, in their order: files as they are, folders as all files below them sorted by name,
 * patterns that the shell left alone as their sorted matches, addresses
 * as the page and the files that it links. A name that leads to nothing is `refused`, never dropped.
 * `reports` is the folder of the reports: an earlier run's are no input where it lies below a folder that is.
 */
export async function* findInputs(names: readonly string[], reports?: string): AsyncGenerator<Input> {
  const skipped = reports === undefined ? [] : [path.resolve(reports)];
  for (const name of names) yield* inputsOf(name, skipped);
}

async function* inputsOf(name: string, skipped: readonly string[]): AsyncGenerator<Input> {
  const kind = await kindOf(name);
  if (kind === 'missing' && /^https?:\/\//i.test(name))
    yield* (await import('./web-inputs.ts')).webInputs(name);
  else if (kind === 'folder') yield* inputsBelow(name, skipped);
  else if (kind === 'missing' && globCharacters.test(name)) yield* matchesOf(name, skipped);
  else yield { kind: 'file', file: name };
}

async function* inputsBelow(folder: string, skipped: readonly string[]): AsyncGenerator<Input> {
  let found = 0;
  for await (const input of walk(folder, { above: [], skipped })) {
    found += 1;
    yield input;
  }
  if (found === 0) yield { kind: 'refused', file: folder, refusal: fileRefusal('folder/empty') };
}

async function* matchesOf(pattern: string, skipped: readonly string[]): AsyncGenerator<Input> {
  const matches: string[] = [];
  for await (const match of glob(pattern)) if (!leftBehind.test(path.basename(match))) matches.push(match);
  if (matches.length === 0) yield { kind: 'refused', file: pattern, refusal: fileRefusal('file/no-match') };
  for (const match of matches.sort(byName)) {
    if ((await kindOf(match)) === 'folder') yield* inputsBelow(match, skipped);
    else yield { kind: 'file', file: match };
  }
}

type Way = {
  /** Real paths of the folders on the way down: a link back to one of them would never end. */
  readonly above: readonly string[];
  /** Absolute paths of folders to leave out. */
  readonly skipped: readonly string[];
};

async function* walk(folder: string, { above, skipped }: Way): AsyncGenerator<Input> {
  let entries: Dirent[];
  let real: string;
  try {
    real = await realpath(folder);
    if (above.includes(real) || skipped.includes(path.resolve(folder))) return;
    entries = await readdir(folder, { withFileTypes: true });
  } catch (problem) {
    yield { kind: 'refused', file: folder, refusal: refusalOf(problem, folder, 'folder/unreadable') };
    return;
  }
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    if (leftBehind.test(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (await isFolder(entry, full)) yield* walk(full, { above: [...above, real], skipped });
    else yield { kind: 'file', file: full };
  }
}

async function isFolder(entry: Dirent, full: string): Promise<boolean> {
  return entry.isDirectory() || (entry.isSymbolicLink() && (await kindOf(full)) === 'folder');
}

async function kindOf(name: string): Promise<'folder' | 'file' | 'missing'> {
  try {
    return (await stat(name)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
}

/** By code unit: the same on every machine, whatever its locale. */
function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

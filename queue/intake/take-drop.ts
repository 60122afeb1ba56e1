import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Refusal } from '../../model/outcome-channels.ts';
import type { Acceptance } from '../../store/documents/documents.ts';
import { faultPoint } from '../../store/fault-point.ts';
import { priorities } from '../../store/ledger/stages.ts';
import type { Store } from '../../store/open-store.ts';
import { largestFileInBytes, readFileBytes } from '../accept-file.ts';
import type { Drop } from './inbox.ts';
import { isSameLook, lookAt } from './look.ts';
import { setAside } from './set-aside.ts';

/** Where drops go: `done` once the record has them, `failed` with a reason where it cannot. */
export type DropFolders = {
  readonly done: string;
  readonly failed: string;
  /** Absent: `largestFileInBytes`. */
  readonly largestInBytes?: number;
};

export type TakenDrop =
  | { readonly kind: 'accepted'; readonly acceptance: Acceptance; readonly movedTo: string }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly movedTo: string };

/**
 * Takes a file into the record and only then moves it away. Undefined where it changed meanwhile or went away: it is left for the
 * next look.
 */
export async function takeDrop(
  { file, relative, tags }: Drop,
  store: Store,
  folders: DropFolders,
): Promise<TakenDrop | undefined> {
  const before = await lookAt(file);
  if (before === undefined) return undefined;
  const blob = await store.blobs.put(readFileBytes(file), folders.largestInBytes ?? largestFileInBytes);
  if (!isSameLook(before, await lookAt(file))) return undefined;
  if (!blob.ok) {
    const movedTo = await setAside({ file, folder: folders.failed, relative });
    await writeFile(`${movedTo}.reason.txt`, reasonText(blob.refusal));
    return { kind: 'failed', refusal: blob.refusal, movedTo };
  }
  const acceptance = await store.documents.accept({
    blob: blob.value,
    origin: { kind: 'path', name: path.basename(file), path: file },
    tags,
    priority: priorities.folder,
  });
  await faultPoint('drop-accepted');
  // Other bytes under the name by now are another document, which comes by itself.
  if (!isSameLook(before, await lookAt(file))) return { kind: 'accepted', acceptance, movedTo: file };
  const movedTo = await setAside({ file, folder: folders.done, relative });
  await faultPoint('drop-moved');
  return { kind: 'accepted', acceptance, movedTo };
}

function reasonText({ code, message }: Refusal): string {
  return `${message.zh}\n${message.en}\n${code}\n`;
}

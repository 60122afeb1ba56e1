import { crc32 } from 'node:zlib';
import { fromBufferPromise, type ZipEntry, type ZipFile } from 'yauzl';
import type { Localized } from '../../model/localized.ts';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import { entryLabel } from './entry-label.ts';

/** What may come out of a zip; sizes in bytes. A budget is spent by all archives that lie inside one another. */
export type ZipBudget = { entries: number; totalBytes: number };

/** Entries and inflated bytes that one upload may hold. */
export function newZipBudget(): ZipBudget {
  return { entries: 2000, totalBytes: 200_000_000 };
}

/** Inflated bytes of one member; above `ratioFreeBytes` a member may not grow more than `ratioLimit` times. */
const memberByteLimit = 100_000_000;
const ratioFreeBytes = 1_000_000;
const ratioLimit = 100;

/** Why a member did not come out. */
export type SkipReason = 'encrypted' | 'damaged' | 'too-large' | 'link' | 'unsupported-method' | 'too-many';

export type ZipMember =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: SkipReason };

/**
 * Inflates the members that `wants` names, counting the bytes that really come out, never those that the headers state.
 * Folders are passed over. Refuses `archive/damaged` where there is no readable directory.
 */
export async function readZip(
  bytes: Uint8Array,
  budget: ZipBudget,
  wants: (name: string) => boolean,
): Promise<Result<readonly ZipMember[]>> {
  const members: ZipMember[] = [];
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      decodeStrings: false,
      validateEntrySizes: false,
    });
    for await (const entry of zip.eachEntry()) {
      const name = entryLabel(entry);
      if (name === '' || isFolder(entry)) continue;
      if (budget.entries <= 0) {
        members.push({ kind: 'skipped', name, reason: 'too-many' });
        break;
      }
      budget.entries -= 1;
      if (wants(name)) members.push(await readMember(zip, entry, budget));
    }
  } catch {
    if (members.length === 0) return refuse('archive/damaged', damaged);
    members.push({ kind: 'skipped', name: '…', reason: 'damaged' });
  }
  return accept(members);
}

/** The names of all members, without inflating anything; `undefined` where there is no readable directory. */
export async function listZip(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  const read = await readZip(bytes, { entries: 20_000, totalBytes: 0 }, (name) => {
    names.push(name);
    return false;
  });
  return read.ok ? names : undefined;
}

function isFolder(entry: ZipEntry): boolean {
  const last = entry.fileName.at(-1);
  return last === 0x2f || last === 0x5c;
}

async function readMember(zip: ZipFile, entry: ZipEntry, budget: ZipBudget): Promise<ZipMember> {
  const name = entryLabel(entry);
  const skip = (reason: SkipReason): ZipMember => ({ kind: 'skipped', name, reason });
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) return skip('link');
  if (entry.isEncrypted()) return skip('encrypted');
  if (!entry.canDecodeFileData()) return skip('unsupported-method');
  const byRatio = Math.max(ratioFreeBytes, entry.compressedSize * ratioLimit);
  const limit = Math.min(memberByteLimit, byRatio, budget.totalBytes);
  try {
    const inflated = await inflate(zip, entry, limit);
    if (inflated === undefined) return skip('too-large');
    budget.totalBytes -= inflated.length;
    if (crc32(inflated) !== entry.crc32) return skip('damaged');
    return { kind: 'read', name, bytes: inflated };
  } catch {
    return skip('damaged');
  }
}

/** `undefined` as soon as more than `limit` bytes have come out. */
async function inflate(zip: ZipFile, entry: ZipEntry, limit: number): Promise<Uint8Array | undefined> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const damaged: Localized = {
  zh: '压缩包已损坏，无法读取目录',
  en: 'the archive is damaged: it has no readable directory',
};

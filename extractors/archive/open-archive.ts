import type { Localized } from '../../model/localized.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result } from '../../model/outcome-channels.ts';
import { newZipBudget, readZip, type SkipReason, type ZipBudget } from './read-zip.ts';
import { zipKind } from './zip-kind.ts';

/** A file that came out of an archive; `name` is a label (`2023/甲.zip/自评表.xls`), never a path. */
export type ArchiveMember = { readonly name: string; readonly bytes: Uint8Array };

export type ArchiveContent = {
  /** In the order of the archive. */
  readonly members: readonly ArchiveMember[];
  /** One for each member that was left out. */
  readonly notes: readonly Note[];
};

/** Archives inside archives that are opened: the outer one and one level below. */
const depthLimit = 2;

/** Leftovers of operating systems and editors that no publisher means to publish. */
const systemFile = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i;

/**
 * Takes the files out of a zip, also out of zips inside it. What cannot be taken out is noted by name; the rest comes.
 * Refuses `archive/damaged` when there is no readable directory.
 */
export async function openArchive(bytes: Uint8Array): Promise<Result<ArchiveContent>> {
  return openLevel(bytes, 1, newZipBudget());
}

async function openLevel(
  bytes: Uint8Array,
  depth: number,
  budget: ZipBudget,
): Promise<Result<ArchiveContent>> {
  const read = await readZip(bytes, budget, () => true);
  if (!read.ok) return read;
  const members: ArchiveMember[] = [];
  const notes: Note[] = [];
  for (const member of read.value) {
    if (systemFile.test(member.name)) continue;
    if (member.kind === 'skipped') {
      notes.push(skipped(member.name, member.reason));
    } else if (!(await isArchive(member.bytes))) {
      members.push({ name: member.name, bytes: member.bytes });
    } else if (depth >= depthLimit) {
      notes.push(tooDeep(member.name));
    } else {
      const inner = await openLevel(member.bytes, depth + 1, budget);
      if (!inner.ok) notes.push(skipped(member.name, 'damaged'));
      else {
        members.push(
          ...inner.value.members.map((each) => ({ ...each, name: `${member.name}/${each.name}` })),
        );
        notes.push(...inner.value.notes);
      }
    }
  }
  return accept({ members, notes });
}

async function isArchive(bytes: Uint8Array): Promise<boolean> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return isZip && (await zipKind(bytes)) === 'archive';
}

const reasons: Readonly<Record<SkipReason, Localized>> = {
  encrypted: { zh: '有密码', en: 'it has a password' },
  damaged: { zh: '已损坏', en: 'it is damaged' },
  'too-large': { zh: '解压后过大', en: 'it is too large when inflated' },
  link: { zh: '是链接', en: 'it is a link' },
  'unsupported-method': { zh: '压缩方式不支持', en: 'its compression is not supported' },
  'too-many': { zh: '文件过多，其后均未读取', en: 'there are too many files; all after it were left out' },
};

function skipped(name: string, reason: SkipReason): Note {
  const { zh, en } = reasons[reason];
  return note(`archive/member-${reason}`, {
    zh: `压缩包内的“${name}”未读取：${zh}`,
    en: `“${name}” in the archive was not read: ${en}`,
  });
}

function tooDeep(name: string): Note {
  return note('archive/too-deep', {
    zh: `“${name}”是多层压缩包，未再打开`,
    en: `“${name}” is an archive inside archives and was not opened`,
  });
}

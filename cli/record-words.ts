import type { Localized } from '../model/localized.ts';
import type { BackedUp } from '../store/backup/backup.ts';
import type { Restored } from '../store/backup/restore.ts';
import type { StoreFault, Verification } from '../store/backup/verification.ts';

/** What the commands on the record say about themselves. */
export const recordWords = {
  backup: { zh: '备份全部数据（可在运行中进行）', en: 'back everything up, also while it is in use' },
  backupFolder: {
    zh: '备份文件夹；再次备份时只复制新文件',
    en: 'folder; a second backup copies what is new',
  },
  restore: { zh: '把备份恢复到空的数据文件夹或数据库', en: 'restore a backup into an empty store' },
  restoreFolder: { zh: '备份文件夹', en: 'folder of the backup' },
  verify: { zh: '重新核对全部文件与记录', en: 'read every file and compare every row again' },
  clean: { zh: '删除一天以前遗留、无记录引用的文件', en: 'remove files that no row names, once a day old' },
  config: { zh: '配置文件（默认 fuhe.config.json）', en: 'configuration file (default fuhe.config.json)' },
} as const satisfies Record<string, Localized>;

export function backedUp({ documents, blobs, copied }: BackedUp, folder: string): Localized {
  return {
    zh: `已备份到 ${folder}：文件 ${documents} 份，存档 ${blobs} 个（新复制 ${copied} 个）`,
    en: `backed up to ${folder}: ${documents} documents, ${blobs} stored files (${copied} newly copied)`,
  };
}

export function restored({ documents, blobs, createdAt }: Restored): Localized {
  return {
    zh: `已恢复 ${createdAt} 的备份：文件 ${documents} 份，存档 ${blobs} 个`,
    en: `restored the backup of ${createdAt}: ${documents} documents, ${blobs} stored files`,
  };
}

const faultWords: Readonly<Record<StoreFault['kind'], Localized>> = {
  'blob-missing': { zh: '缺少文件', en: 'the file is missing' },
  'blob-damaged': { zh: '文件内容已改变', en: 'the file is not what it was' },
  'size-differs': { zh: '文件大小与记录不符', en: 'the file has another size than recorded' },
  'no-result': { zh: '已完成而没有结果', en: 'done, and there is no result' },
  'unfinished-result': { zh: '有结果而未完成', en: 'there is a result, and it is not done' },
  'wrong-current': { zh: '显示的不是最新结果', en: 'shows another result than the newest' },
  'not-queued': { zh: '没有任何待办，不会被复核', en: 'waits for nothing and will never be checked' },
  'row-broken': { zh: '数据库损坏', en: 'the database is damaged' },
};

/** One line a fault, then one of counts. */
export function verified(found: Verification): Localized {
  const { documents, results, blobs, bytes, faults, orphans, temporary } = found;
  const lines = faults.map(({ kind, subject }) => ({
    zh: `${subject} ${faultWords[kind].zh}`,
    en: `${subject} ${faultWords[kind].en}`,
  }));
  const left = orphans.length + temporary.length;
  return joined([
    ...lines,
    {
      zh: `文件 ${documents} 份，结果 ${results} 个，存档 ${blobs} 个共 ${bytes} 字节；问题 ${faults.length} 个，无记录引用的文件 ${left} 个`,
      en: `${documents} documents, ${results} results, ${blobs} stored files of ${bytes} bytes; ${faults.length} faults, ${left} files that no row names`,
    },
  ]);
}

export function cleaned(count: number): Localized {
  return { zh: `已删除遗留文件 ${count} 个`, en: `removed ${count} left-over files` };
}

function joined(lines: readonly Localized[]): Localized {
  return { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') };
}

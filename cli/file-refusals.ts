import type { Localized } from '../model/localized.ts';
import type { Refusal } from '../model/outcome-channels.ts';

/** Largest file that is read into memory: 512 MiB, far above any published table and below what Node can hold. */
export const largestFileInBytes = 512 * 1024 * 1024;

const messages = {
  'file/not-found': { zh: '找不到这个文件或文件夹', en: 'there is no such file or folder' },
  'file/is-address': {
    zh: '这是网址：用 fuhe check 网址 复核这一页和它的附件，或把网站写进配置后用 fuhe crawl 站点 收进记录',
    en: 'this is an address: `fuhe check URL` checks the page and its files; `fuhe crawl SITE` records what a configured site publishes',
  },
  'file/no-match': { zh: '没有文件符合这个通配符', en: 'no file matches this pattern' },
  'file/name-unreadable': {
    zh: '文件名不是 UTF-8 编码，无法打开，请先改名',
    en: 'the name is not UTF-8 and cannot be opened; rename the file first',
  },
  'file/not-regular': {
    zh: '不是普通文件（管道、设备或套接字），不予读取',
    en: 'not a regular file (a pipe, device or socket), so it is not read',
  },
  'file/too-large': { zh: '文件超过 512 MiB 上限', en: 'the file is over the limit of 512 MiB' },
  'file/unreadable': { zh: '文件无法读取', en: 'the file cannot be read' },
  'folder/empty': { zh: '文件夹里没有可复核的文件', en: 'the folder holds no file to check' },
  'folder/unreadable': { zh: '文件夹无法读取', en: 'the folder cannot be read' },
} as const satisfies Record<string, Localized>;

export type FileRefusalCode = keyof typeof messages;

/** Why a path gives nothing to check; `detail` is the system's own code (`EACCES`). */
export function fileRefusal(code: FileRefusalCode, detail?: string): Refusal {
  const { zh, en } = messages[code];
  return {
    code,
    message: detail === undefined ? { zh, en } : { zh: `${zh}（${detail}）`, en: `${en} (${detail})` },
  };
}

/** The refusal behind a failed call of the file system. */
export function refusalOf(
  problem: unknown,
  file: string,
  otherwise: 'file/unreadable' | 'folder/unreadable',
): Refusal {
  const code = systemCode(problem);
  if (file.includes('\uFFFD')) return fileRefusal('file/name-unreadable');
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileRefusal('file/not-found');
  return fileRefusal(otherwise, code);
}

function systemCode(problem: unknown): string {
  if (problem instanceof Error && 'code' in problem && typeof problem.code === 'string') return problem.code;
  return String(problem);
}

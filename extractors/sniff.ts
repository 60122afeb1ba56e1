import type { Note } from '../model/note.ts';
import { accept, type Result, refuse } from '../model/outcome-channels.ts';
import { type FileKind, noteNameMismatch } from './file-kind.ts';
import { looksLikeText } from './plain/looks-like-text.ts';

export type Sniffed = {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** `file/name-mismatch` where the name promises something else. */
  readonly notes: readonly Note[];
};

/**
 * Tells a file's format from its bytes; the name only serves to note that it promises something else. Refuses `file/empty`,
 * `file/unsupported`, `archive/unsupported`, `archive/damaged`, `office/encrypted` and `office/damaged`, each with the way out.
 */
export async function sniff(bytes: Uint8Array, name: string): Promise<Result<Sniffed>> {
  const kind = await kindOf(bytes);
  if (!kind.ok) return kind;
  const mediaType = kind.value.mediaType ?? mediaTypes[kind.value.kind];
  return accept({ kind: kind.value.kind, mediaType, notes: noteNameMismatch(kind.value.kind, name) });
}

type Kind = { readonly kind: FileKind; readonly mediaType?: string };

const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  mhtml: 'multipart/related',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'word-xml': 'application/xml',
  doc: 'application/msword',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  'spreadsheet-xml': 'application/xml',
  zip: 'application/zip',
  image: 'image/*',
  text: 'text/plain',
};

async function kindOf(bytes: Uint8Array): Promise<Result<Kind>> {
  if (bytes.length === 0) return refuse('file/empty', { zh: '文件是空的', en: 'the file is empty' });
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return zipFile(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleFile(bytes);
  // ISO 32000 readers look for the header in the first 1024 bytes
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return accept({ kind: 'pdf' });
  // BIFF 2 to 4: a bare stream that begins with a BOF record
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1] ?? 9) && bytes[2] === 6)
    return accept({ kind: 'xls' });
  if (isPlainlyText(bytes)) return textFile(bytes);
  const known = await knownMagic(bytes);
  if (known) return known;
  return looksLikeText(bytes) ? textFile(bytes) : unsupported('?', 'PDF / docx / xlsx');
}

/** Magic numbers of letters also begin texts; text without a single byte that no text has is no picture. */
function isPlainlyText(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, headBytes);
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a) return false;
  }
  return true;
}

async function zipFile(bytes: Uint8Array): Promise<Result<Kind>> {
  const { zipKind } = await import('./archive/zip-kind.ts');
  const kind = await zipKind(bytes);
  switch (kind) {
    case 'docx':
    case 'xlsx':
      return accept({ kind });
    case 'archive':
      return accept({ kind: 'zip' });
    case 'damaged':
      return refuse('archive/damaged', {
        zh: '压缩格式的文件（zip、docx、xlsx 等）已损坏，请重新下载',
        en: 'the zip-based file (zip, docx, xlsx …) is damaged; download it again',
      });
    case 'pptx':
      return unsupported('PPTX', 'PDF');
    case 'ofd':
      return unsupported('OFD', 'PDF');
    case 'odf':
      return unsupported('OpenDocument', 'docx / xlsx');
  }
}

async function oleFile(bytes: Uint8Array): Promise<Result<Kind>> {
  const { openOle } = await import('./archive/ole-container.ts');
  const container = openOle(bytes);
  switch (container?.kind) {
    case 'doc':
    case 'xls':
      return accept({ kind: container.kind });
    case 'encrypted':
      return refuse('office/encrypted', {
        zh: '文件有打开密码，请去除密码后再检查',
        en: 'the file is protected by a password; remove it and check again',
      });
    case 'ppt':
      return unsupported('PPT', 'PDF');
    case 'other':
      return unsupported('OLE', 'docx / xlsx');
    case undefined:
      return refuse('office/damaged', {
        zh: '文件是旧版 Office 格式，但已损坏或不完整，请重新下载',
        en: 'the file is of the older Office format and damaged or cut off; download it again',
      });
  }
}

const packed = new Set([
  'application/x-rar-compressed',
  'application/x-7z-compressed',
  'application/gzip',
  'application/x-tar',
  'application/x-bzip2',
  'application/x-xz',
  'application/x-lzh-compressed',
  'application/zstd',
]);

/** Formats with a magic number of their own that are not handled above. */
async function knownMagic(bytes: Uint8Array): Promise<Result<Kind> | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return undefined;
  if (packed.has(found.mime)) return unsupportedArchive(found.ext);
  if (found.mime.startsWith('image/') && found.ext !== 'svg')
    return accept({ kind: 'image', mediaType: found.mime });
  return unsupported(found.ext, 'PDF / docx / xlsx');
}

function textFile(bytes: Uint8Array): Result<Kind> {
  const head = textHead(bytes);
  const start = head.trimStart();
  if (/^\{\\rtf/.test(start)) return unsupported('RTF', 'docx');
  if (/<(?:\w+:)?Workbook\b[^>]*schemas-microsoft-com:office:spreadsheet/i.test(head)) {
    return accept({ kind: 'spreadsheet-xml' });
  }
  if (/<w:wordDocument\b|<pkg:package\b/.test(head)) return accept({ kind: 'word-xml' });
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*Content-Type:\s*multipart\//i.test(start))
    return accept({ kind: 'mhtml' });
  if (isHtml(start)) return accept({ kind: 'html' });
  if (/^<\?xml/.test(start)) return unsupported('XML', 'PDF');
  return accept({ kind: 'text' });
}

/** How far into a file its markup is looked for, in bytes. */
const headBytes = 65_536;

function textHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headBytes);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head);
  return latin1(startsWith(bytes, [0xef, 0xbb, 0xbf]) ? head.subarray(3) : head);
}

const documentTag = /<(?:!doctype\s+html|html|head|body|meta|style|script)\b/i;
const fragmentTag = /^<(?:table|tbody|tr|div|p|center|font|span|h[1-6]|form|ul|ol|section|article|main)\b/i;

/**
 * A page has the elements of one, or is a fragment that is markup throughout. A text with tables of HTML in it (as
 * programs for recognizing characters write them) has lines outside of all markup, whose breaks count: it stays text.
 */
function isHtml(start: string): boolean {
  const content = start.replace(/^(?:<\?[^>]*>|<!--.*?-->|<!\[[^>]*>|\s)+/gs, '');
  if (/<html\b|<!doctype\s+html/i.test(start)) return true;
  if (content.startsWith('<') && documentTag.test(content)) return true;
  return fragmentTag.test(content) && /<t[dh]\b/i.test(content) && !hasBareLines(content);
}

/** Lines of text between or behind tables, or lines whose cells are set apart by tabs; what is cut off at the end of the head is not looked at. */
function hasBareLines(content: string): boolean {
  const outside = content.replace(/<table\b.*?(?:<\/table\s*>|$)/gis, '\n');
  const isBare = (line: string): boolean => line.trim() !== '' && !line.includes('<');
  return /\S\t+\S/.test(outside) || outside.split('\n').some(isBare);
}

function unsupported<T>(format: string, saveAs: string): Result<T> {
  return refuse('file/unsupported', {
    zh: `不支持的文件格式（${format}），请另存为 ${saveAs} 后再检查`,
    en: `unsupported file format (${format}); save it as ${saveAs} and check again`,
  });
}

function unsupportedArchive<T>(format: string): Result<T> {
  return refuse('archive/unsupported', {
    zh: `不支持 .${format} 压缩包，请解压后检查其中的文件，或重新压缩为 .zip`,
    en: `.${format} archives are not supported; unpack it and check the files inside, or pack it as .zip`,
  });
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

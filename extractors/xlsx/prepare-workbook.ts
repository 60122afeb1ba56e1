import type { Note } from '../../model/note.ts';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import { newZipBudget, readZip } from '../archive/read-zip.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { recordsFit } from './binary-records.ts';

/** The kinds of workbook: zipped XML, the older binary format, and the XML of Excel 2003. */
export type WorkbookKind = 'xlsx' | 'xls' | 'spreadsheet-xml';

/** What the library is given, and how many bytes it is once it is inflated. */
export type PreparedWorkbook = {
  readonly content: Uint8Array | string;
  readonly bytes: number;
  readonly notes: readonly Note[];
};

/** Makes sure that the library can be given a workbook. Refuses `xlsx/too-large`, `xlsx/damaged` and `office/encrypted`. */
export async function prepareWorkbook(
  bytes: Uint8Array,
  kind: WorkbookKind,
): Promise<Result<PreparedWorkbook>> {
  if (kind === 'xls') return prepareBinary(bytes);
  if (kind === 'xlsx') return prepareZip(bytes);
  const { value, notes } = decodeHtml(bytes);
  return accept({ content: value, bytes: bytes.length, notes });
}

/** The library inflates everything it is given, so the real sizes are counted first. */
async function prepareZip(bytes: Uint8Array): Promise<Result<PreparedWorkbook>> {
  const budget = newZipBudget();
  const granted = budget.totalBytes;
  const read = await readZip(bytes, budget, () => true);
  if (!read.ok) return read;
  const reasons = new Set(read.value.map((member) => (member.kind === 'skipped' ? member.reason : '')));
  if (reasons.has('too-large') || reasons.has('too-many')) {
    return refuse('xlsx/too-large', {
      zh: '工作簿解压后过大',
      en: 'the workbook is too large when inflated',
    });
  }
  if (reasons.has('damaged')) return damagedWorkbook();
  return accept({ content: bytes, bytes: granted - budget.totalBytes, notes: [] });
}

/**
 * Only the workbook's own stream is handed on, and only when its records fit: the library follows damaged lists of properties
 * and counts without end.
 */
async function prepareBinary(bytes: Uint8Array): Promise<Result<PreparedWorkbook>> {
  const isContainer = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!isContainer) return accept({ content: bytes, bytes: bytes.length, notes: [] });
  const { openOle } = await import('../archive/ole-container.ts');
  const container = openOle(bytes);
  if (container?.kind === 'encrypted') return encryptedWorkbook();
  const stream = container?.stream('Workbook') ?? container?.stream('Book');
  if (!stream || !recordsFit(stream)) return damagedWorkbook();
  return accept({ content: stream, bytes: stream.length, notes: [] });
}

export function damagedWorkbook<T>(): Result<T> {
  return refuse('xlsx/damaged', {
    zh: '工作簿已损坏，无法读取；请用 Excel 打开并另存后再检查',
    en: 'the workbook is damaged and cannot be read; open it in Excel, save it again and check that',
  });
}

export function encryptedWorkbook<T>(): Result<T> {
  return refuse('office/encrypted', {
    zh: '文件有打开密码，请去除密码后再检查',
    en: 'the file is protected by a password; remove it and check again',
  });
}

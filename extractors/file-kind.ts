import type { Note } from '../model/note.ts';
import { note } from '../model/outcome-channels.ts';

/** The formats that have a reader. */
export type FileKind =
  | 'pdf'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'word-xml'
  | 'doc'
  | 'xlsx'
  | 'xls'
  | 'spreadsheet-xml'
  | 'zip'
  | 'image'
  | 'text';

/** What each file name ending promises. */
const promised: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  doc: ['doc'],
  dot: ['doc'],
  wps: ['doc', 'docx'],
  docx: ['docx'],
  docm: ['docx'],
  xls: ['xls'],
  et: ['xls', 'xlsx'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xlsb: ['xlsx'],
  htm: ['html'],
  html: ['html'],
  shtml: ['html'],
  jhtml: ['html'],
  mht: ['mhtml'],
  mhtml: ['mhtml'],
  zip: ['zip'],
  rar: [],
  '7z': [],
  txt: ['text'],
  tsv: ['text'],
  csv: ['text'],
  png: ['image'],
  jpg: ['image'],
  jpeg: ['image'],
  tif: ['image'],
  tiff: ['image'],
  bmp: ['image'],
};

/** `file/name-mismatch` where a name's ending promises another kind than the content is. */
export function noteNameMismatch(kind: FileKind, name: string): readonly Note[] {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kinds = promised[ending];
  if (kinds === undefined || kinds.includes(kind)) return [];
  const message = {
    zh: `文件名以 .${ending} 结尾，内容却是 ${kind}，按内容读取`,
    en: `the name ends in .${ending} but the content is ${kind}; read by content`,
  };
  return [note('file/name-mismatch', message)];
}

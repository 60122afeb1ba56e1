import { refuse } from '../model/outcome-channels.ts';
import type { Format } from './format.ts';

/** Formats that are known by their first bytes and not read; `signature` is compared at `offset`. */
const signatures: readonly {
  readonly mediaType: string;
  readonly zh: string;
  readonly en: string;
  readonly signature: string;
  readonly offset?: number;
}[] = [
  { mediaType: 'application/zip', zh: 'ZIP、DOCX 或 XLSX', en: 'ZIP, DOCX or XLSX', signature: 'PK\x03\x04' },
  { mediaType: 'application/zip', zh: '空的 ZIP', en: 'empty ZIP', signature: 'PK\x05\x06' },
  {
    mediaType: 'application/x-ole-storage',
    zh: '旧版 Word、Excel 或 WPS',
    en: 'old Word, Excel or WPS',
    signature: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  },
  { mediaType: 'application/vnd.rar', zh: 'RAR', en: 'RAR', signature: 'Rar!\x1a\x07' },
  { mediaType: 'application/x-7z-compressed', zh: '7z', en: '7z', signature: '7z\xbc\xaf\x27\x1c' },
  { mediaType: 'application/gzip', zh: 'GZIP', en: 'GZIP', signature: '\x1f\x8b' },
  { mediaType: 'application/rtf', zh: 'RTF', en: 'RTF', signature: '{\\rtf' },
  { mediaType: 'image/jpeg', zh: 'JPEG 图片', en: 'JPEG image', signature: '\xff\xd8\xff' },
  { mediaType: 'image/png', zh: 'PNG 图片', en: 'PNG image', signature: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/gif', zh: 'GIF 图片', en: 'GIF image', signature: 'GIF8' },
  { mediaType: 'image/tiff', zh: 'TIFF 图片', en: 'TIFF image', signature: 'II*\x00' },
  { mediaType: 'image/tiff', zh: 'TIFF 图片', en: 'TIFF image', signature: 'MM\x00*' },
  { mediaType: 'image/webp', zh: 'WebP 图片', en: 'WebP image', signature: 'WEBP', offset: 8 },
];

/** Refuses each of them by name, so that nobody has to wonder what the file was. */
export const unsupportedFormats: readonly Format[] = signatures.map(
  ({ mediaType, zh, en, signature, offset = 0 }) => ({
    mediaType,
    recognizes: (bytes) => startsWith(bytes.subarray(offset), signature),
    extract: async () =>
      refuse('file/unsupported', {
        zh: `这是 ${zh} 文件，目前不能读取；请另存为文本文件后再试`,
        en: `this is a ${en} file, which cannot be read yet; save it as text and try again`,
      }),
  }),
);

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return (
    bytes.length >= signature.length &&
    [...signature].every((character, index) => bytes[index] === character.charCodeAt(0))
  );
}

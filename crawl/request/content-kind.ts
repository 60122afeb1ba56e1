/** What bytes are, by how they begin. `office` is the older Office container; `unknown` has no signature of interest. */
export type ContentKind =
  | 'html'
  | 'json'
  | 'pdf'
  | 'office'
  | 'zip'
  | 'packed'
  | 'rtf'
  | 'image'
  | 'text'
  | 'empty'
  | 'unknown';

const signatures: readonly { readonly kind: ContentKind; readonly bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'office', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'packed', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'packed', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'packed', bytes: [0x1f, 0x8b] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'image', bytes: [0x42, 0x4d] },
  { kind: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** Bytes in which a signature or mark-up is looked for. */
const headBytes = 4096;

/** Tells what came from its bytes; names and Content-Type of published files are often wrong. */
export function contentKind(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return 'empty';
  const known = signatures.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (known !== undefined && (known.kind !== 'image' || !isPlain(bytes))) return known.kind;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (!isPlain(bytes)) return 'unknown';
  return textKind(head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart());
}

function textKind(head: string): ContentKind {
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/<(?:!doctype\s+html|html|head|body|meta|title|table|div|ul|p|a|script)\b/i.test(head)) return 'html';
  return /^(?:\{|\[|[\w$.]{1,80}\(\s*[{[])/.test(head) ? 'json' : 'text';
}

function isPlain(bytes: Uint8Array): boolean {
  return !bytes
    .subarray(0, headBytes)
    .some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}

/** The parts of a zip entry from which its name is made. */
export type NamedEntry = {
  readonly fileName: Uint8Array;
  readonly generalPurposeBitFlag: number;
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[];
};

/** Bit 11 of the general purpose flag: the name is UTF-8 (APPNOTE 4.4.4). */
const utf8Flag = 0x800;

/** Info-ZIP's Unicode Path field (APPNOTE 4.6.9): version, checksum of the other name, then the name in UTF-8. */
const unicodePathField = 0x7075;

/**
 * A member's name as a label with `/` between its parts, never a path: `..`, drive letters and leading slashes are gone.
 * Names that neither say that they are UTF-8 nor could be are GB18030, which Chinese systems write without saying so.
 */
export function entryLabel(entry: NamedEntry): string {
  const unicode = entry.extraFields.find((field) => field.id === unicodePathField && field.data[0] === 1);
  const raw = unicode ? new TextDecoder().decode(unicode.data.subarray(5)) : decodeName(entry);
  return raw
    .replace(/\\/g, '/')
    .replace(/\p{Cc}/gu, '')
    .replace(/^[a-zA-Z]:/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

function decodeName(entry: NamedEntry): string {
  if ((entry.generalPurposeBitFlag & utf8Flag) !== 0) return new TextDecoder().decode(entry.fileName);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.fileName);
  } catch {
    return new TextDecoder('gb18030').decode(entry.fileName);
  }
}

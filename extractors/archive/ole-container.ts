import { CFB } from '@e965/xlsx';
import { chainsEnd } from './ole-chains.ts';

/** What an OLE container (the file format of Office 97 to 2003) holds. */
export type OleKind = 'doc' | 'xls' | 'ppt' | 'encrypted' | 'other';

/** The streams of an OLE container. */
export type OleContainer = {
  readonly kind: OleKind;
  /** The stream of that name directly below the root. */
  readonly stream: (name: string) => Uint8Array | undefined;
};

/** Opens an OLE container; `undefined` where its directory cannot be read. */
export function openOle(bytes: Uint8Array): OleContainer | undefined {
  if (!chainsEnd(bytes)) return undefined;
  const streams = readStreams(bytes);
  if (!streams) return undefined;
  const has = (...names: readonly string[]): boolean => names.some((name) => streams.has(name));
  const kind = has('encryptedpackage')
    ? 'encrypted'
    : has('worddocument')
      ? 'doc'
      : has('workbook', 'book')
        ? 'xls'
        : has('powerpoint document')
          ? 'ppt'
          : 'other';
  return { kind, stream: (name) => streams.get(name.toLowerCase()) };
}

/** Streams by lower-case name; the library's answer is untyped and is looked at with care. */
function readStreams(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const container: unknown = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    if (!isContainer(container)) return undefined;
    const streams = new Map<string, Uint8Array>();
    container.FullPaths.forEach((path, index) => {
      const content = container.FileIndex[index]?.content;
      const name = /^[^/]*\/([^/]+)$/.exec(path)?.[1]?.toLowerCase();
      if (name !== undefined && content !== undefined) streams.set(name, Uint8Array.from(content));
    });
    return streams;
  } catch {
    return undefined;
  }
}

type Container = {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
};

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && 'FullPaths' in value && 'FileIndex' in value;
}

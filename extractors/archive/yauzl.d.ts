/** The part of yauzl that is used here; the package brings no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type ZipEntry = {
    /** Undecoded, since the file is opened with `decodeStrings: false`. */
    readonly fileName: Buffer;
    readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
    readonly generalPurposeBitFlag: number;
    readonly crc32: number;
    readonly compressedSize: number;
    readonly externalFileAttributes: number;
    isEncrypted(): boolean;
    canDecodeFileData(): boolean;
  };

  export type ZipFile = {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<ZipEntry>;
    openReadStreamPromise(entry: ZipEntry): Promise<Readable>;
  };

  export function fromBufferPromise(
    bytes: Buffer,
    options: { readonly decodeStrings: boolean; readonly validateEntrySizes: boolean },
  ): Promise<ZipFile>;
}

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const squeeze = promisify(gzip);
const unsqueeze = promisify(gunzip);

/** The same value always gives the same bytes. */
export function gzipJson(value: unknown): Promise<Uint8Array> {
  return squeeze(JSON.stringify(value));
}

/** What the bytes hold is the caller's word: they are only ever written by `gzipJson`. */
export async function readGzipJson(bytes: Uint8Array): Promise<unknown> {
  return JSON.parse((await unsqueeze(bytes)).toString('utf8'));
}

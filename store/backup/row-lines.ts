import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Row } from './snapshot.ts';

/** What a backup says of one table's file, so that a damaged one is known. */
export type TableFile = { readonly rows: number; readonly sha256: string };

/** Key of an object that stands for bytes. */
const bytesKey = '$base64';

/** Writes rows as gzip NDJSON, one a line. */
export async function writeRows(file: string, rows: AsyncIterable<Row>): Promise<TableFile> {
  let count = 0;
  async function* lines(): AsyncIterable<string> {
    for await (const row of rows) {
      count += 1;
      yield `${JSON.stringify(encode(row))}\n`;
    }
  }
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines()), createGzip(), hashing, createWriteStream(file, { flush: true }));
  return { rows: count, sha256: hash.digest('hex') };
}

/** The rows of a file that `writeRows` wrote. */
export async function* readRows(file: string): AsyncIterable<Row> {
  const text = createReadStream(file).pipe(createGunzip());
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield decode(JSON.parse(line));
  }
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

function encode(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? { [bytesKey]: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

function decode(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, decodeValue(value)]));
}

function decodeValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(bytesKey in value)) return value;
  return Buffer.from(String(value[bytesKey]), 'base64');
}

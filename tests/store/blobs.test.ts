import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Blobs } from '../../store/blobs/blobs.ts';
import { openBlobs } from '../../store/blobs/open-blobs.ts';

let folder: string;
let blobs: Blobs;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fuhe-blobs-'));
  blobs = await openBlobs(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const hashOf = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

async function filesIn(place: string): Promise<readonly string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function* chunks(...parts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

test('bytes lie under their hash and are read back', async () => {
  const sha256 = hashOf('自评表');
  expect(await blobs.put(Buffer.from('自评表'))).toEqual({ ok: true, value: { sha256, size: 9 } });
  const file = path.join(folder, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  expect(await readFile(file, 'utf8')).toBe('自评表');
  expect(await blobs.has(sha256)).toBe(true);
  expect(Buffer.from((await blobs.bytes(sha256)) ?? []).toString()).toBe('自评表');
  const stream = await blobs.read(sha256);
  expect(stream && (await text(stream))).toBe('自评表');
});

test('a stream gives the same blob as its bytes at once, and is written once', async () => {
  const whole = await blobs.put(Buffer.from('abc'));
  const inode = async () => (await stat(path.join(folder, 'blobs', 'ba', '78', hashOf('abc')))).ino;
  const before = await inode();
  expect(await blobs.put(chunks('a', '', 'bc'))).toEqual(whole);
  expect(await inode()).toBe(before);
  expect(await filesIn(folder)).toEqual([hashOf('abc')]);
});

test('too many bytes are refused, the stream is not read to its end, and nothing is left behind', async () => {
  let given = 0;
  async function* endless(): AsyncIterable<Uint8Array> {
    for (;;) {
      given += 1;
      yield new Uint8Array(1000);
    }
  }
  const refused = await blobs.put(endless(), 10_000);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'limits/too-large' } });
  expect(given).toBe(11);
  expect(await filesIn(folder)).toEqual([]);
  expect((await blobs.put(new Uint8Array(10_000), 10_000)).ok).toBe(true);
});

test('a stream that breaks off leaves nothing behind', async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield new Uint8Array(1000);
    throw new Error('cut off');
  }
  await expect(blobs.put(broken())).rejects.toThrow('cut off');
  expect(await filesIn(folder)).toEqual([]);
});

test('an empty file is a blob as well', async () => {
  const stored = await blobs.put(new Uint8Array());
  expect(stored).toEqual({ ok: true, value: { sha256: hashOf(''), size: 0 } });
  expect(await blobs.bytes(hashOf(''))).toHaveLength(0);
});

test('a blob that was cut short on disk is written anew when its bytes come again', async () => {
  await blobs.put(Buffer.from('abcdef'));
  const file = path.join(
    folder,
    'blobs',
    hashOf('abcdef').slice(0, 2),
    hashOf('abcdef').slice(2, 4),
    hashOf('abcdef'),
  );
  await writeFile(file, 'abc');
  await blobs.put(Buffer.from('abcdef'));
  expect(await readFile(file, 'utf8')).toBe('abcdef');
});

test('a name is never a path', async () => {
  await writeFile(path.join(folder, 'secret'), 'secret');
  for (const name of [
    '../secret',
    '/etc/passwd',
    '',
    'ab',
    `${'a'.repeat(63)}/`,
    hashOf('a').toUpperCase(),
  ]) {
    expect(await blobs.has(name)).toBe(false);
    expect(await blobs.bytes(name)).toBeUndefined();
    expect(await blobs.read(name)).toBeUndefined();
  }
  expect(await blobs.read(hashOf('absent'))).toBeUndefined();
});

test('all blobs are listed, and nothing else', async () => {
  const stored = ['one', 'two', 'three'];
  for (const each of stored) await blobs.put(Buffer.from(each));
  await writeFile(path.join(folder, 'blobs', '.incoming-x'), 'half');
  await writeFile(path.join(folder, 'blobs', hashOf('one').slice(0, 2), 'stray'), 'stray');
  const listed: string[] = [];
  for await (const sha256 of blobs.list()) listed.push(sha256);
  expect(listed.sort()).toEqual(stored.map(hashOf).sort());
});

test('what a crash left half written is swept away, and what is just coming in is not', async () => {
  await blobs.put(Buffer.from('whole'));
  const old = path.join(folder, 'blobs', '.incoming-old');
  await writeFile(old, 'half');
  await utimes(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
  await writeFile(path.join(folder, 'blobs', '.incoming-new'), 'half');
  expect(await blobs.sweep()).toBe(1);
  expect([...(await filesIn(folder))].sort()).toEqual(['.incoming-new', hashOf('whole')].sort());
});

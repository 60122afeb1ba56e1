import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { accept, type Refusal, type Result } from '../../model/outcome-channels.ts';
import type { RequestLimits } from './limits.ts';
import { requestRefusal } from './request-refusals.ts';

/** A body on its way: the raw stream, and what its headers say of it. */
export type BodyOnTheWay = {
  readonly stream: Readable;
  readonly encoding: string | undefined;
  readonly declaredLength: string | undefined;
};

/** How a body is read. `truncate` gives what fits, as robots.txt wants it; `refuse` gives nothing of what is too large. */
export type BodyReading = {
  readonly limits: Pick<RequestLimits, 'bytes' | 'unpackedBytes'>;
  readonly overflow: 'refuse' | 'truncate';
};

/**
 * Collects a body under both caps, counted in real bytes; what the headers declare is believed only where it is too much.
 * The stream is destroyed as soon as a cap is hit. Faults of the transport reject.
 */
export async function readBody(body: BodyOnTheWay, reading: BodyReading): Promise<Result<Buffer>> {
  const { stream, declaredLength } = body;
  const unpack = unpackerOf(body.encoding);
  if (unpack === 'unknown') return stopped(stream, requestRefusal('request/encoding', body.encoding));
  if (reading.overflow === 'refuse' && Number(declaredLength ?? 0) > reading.limits.bytes)
    return stopped(stream, requestRefusal('request/too-large', `${declaredLength} B`));
  return unpack === undefined ? collect(stream, reading) : collectUnpacked(stream, unpack, reading);
}

function unpackerOf(encoding = ''): Transform | undefined | 'unknown' {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return 'unknown';
  }
}

async function collect(stream: Readable, { limits, overflow }: BodyReading): Promise<Result<Buffer>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    const chunk: Buffer = part;
    bytes += chunk.length;
    parts.push(chunk);
    if (bytes <= limits.bytes) continue;
    if (overflow === 'truncate') break;
    return stopped(stream, requestRefusal('request/too-large', `> ${limits.bytes} B`));
  }
  return accept(Buffer.concat(parts).subarray(0, limits.bytes));
}

/** Pulls both streams by hand: the packed side is asked for more only while the unpacked side is under its cap. */
async function collectUnpacked(
  stream: Readable,
  unpack: Transform,
  { limits, overflow }: BodyReading,
): Promise<Result<Buffer>> {
  const parts: Buffer[] = [];
  let unpacked = 0;
  const feeding = feed(stream, unpack, limits.bytes);
  try {
    for await (const part of unpack) {
      const chunk: Buffer = part;
      unpacked += chunk.length;
      parts.push(chunk);
      if (unpacked <= limits.unpackedBytes) continue;
      if (overflow === 'truncate') break;
      return stopped(stream, requestRefusal('request/unpacked-too-large', `> ${limits.unpackedBytes} B`));
    }
  } catch (problem) {
    const fed = await feeding;
    if (fed !== undefined) return stopped(stream, fed);
    if (isDamage(problem)) return stopped(stream, requestRefusal('request/encoding', problem.code));
    throw problem;
  } finally {
    unpack.destroy();
  }
  return accept(Buffer.concat(parts).subarray(0, limits.unpackedBytes));
}

/** Gives the refusal when the packed bytes are too many; a fault of the transport goes on to the unpacking side. */
async function feed(stream: Readable, unpack: Transform, limit: number): Promise<Refusal | undefined> {
  let bytes = 0;
  try {
    for await (const part of stream) {
      const chunk: Buffer = part;
      bytes += chunk.length;
      if (bytes > limit) {
        unpack.destroy(new Error('too large'));
        return requestRefusal('request/too-large', `> ${limit} B`);
      }
      if (unpack.destroyed) return undefined;
      if (!unpack.write(chunk)) await drained(unpack);
    }
    if (!unpack.destroyed) unpack.end();
  } catch (problem) {
    unpack.destroy(problem instanceof Error ? problem : new Error(String(problem)));
  }
  return undefined;
}

function drained(unpack: Transform): Promise<void> {
  return new Promise((resolve) => {
    unpack.once('drain', resolve);
    unpack.once('close', resolve);
  });
}

function isDamage(problem: unknown): problem is Error & { readonly code: string } {
  if (!(problem instanceof Error) || !('code' in problem) || typeof problem.code !== 'string') return false;
  return /^(?:Z_|ERR_(?:_?ERROR|BROTLI|PADDING)|ERR__)/.test(problem.code);
}

function stopped<T>(stream: Readable, refusal: Refusal): Result<T> {
  // Destroying makes undici close the connection, and emit an error that nobody waits for any more.
  stream.on('error', () => {});
  stream.destroy();
  return { ok: false, refusal };
}

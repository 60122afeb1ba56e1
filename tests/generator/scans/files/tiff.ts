import { deflateSync } from 'node:zlib';
import { packBits } from '../pack-bits.ts';
import type { ScannedPicture } from '../scan-page.ts';

type Entry = readonly [tag: number, values: readonly number[]];

/** Bytes of a directory with this many entries: its count, 12 bytes an entry, where the next one stands. */
const directorySize = (entries: number): number => 2 + 12 * entries + 4;

/** What stands behind a directory: its longer values as 4-byte numbers, then the strip. */
function pageOf(picture: ScannedPicture, start: number, next: 'more' | 'last'): Buffer {
  const strip = deflateSync(picture.bits === 1 ? packBits(picture) : picture.values);
  const count = 12;
  const long = start + directorySize(count);
  const resolution = long;
  const stripAt = long + 8 + 4 * picture.channels;
  const entries: readonly Entry[] = [
    [256, [picture.width]],
    [257, [picture.height]],
    [258, Array.from({ length: picture.channels }, () => picture.bits)],
    [259, [8]],
    [262, [picture.channels === 3 ? 2 : 1]],
    [273, [stripAt]],
    [277, [picture.channels]],
    [278, [picture.height]],
    [279, [strip.length]],
    [282, [resolution]],
    [283, [resolution]],
    [296, [2]],
  ];
  const head = Buffer.alloc(stripAt - start);
  head.writeUInt16LE(count, 0);
  entries.forEach(([tag, values], index) => {
    const at = 2 + 12 * index;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(tag === 282 || tag === 283 ? 5 : tag === 258 ? 3 : 4, at + 2);
    head.writeUInt32LE(values.length, at + 4);
    if (values.length === 1) head.writeUInt32LE(values[0] ?? 0, at + 8);
    else {
      head.writeUInt32LE(long + 8, at + 8);
      values.forEach((value, place) => {
        head.writeUInt16LE(value, directorySize(count) + 8 + 2 * place);
      });
    }
  });
  const page = Buffer.concat([head, strip, Buffer.alloc(strip.length % 2)]);
  page.writeUInt32LE(next === 'more' ? start + page.length : 0, directorySize(count) - 4);
  page.writeUInt32LE(picture.dotsPerInch, directorySize(count));
  page.writeUInt32LE(1, directorySize(count) + 4);
  return page;
}

/** A TIFF of many pages, each a deflated strip (TIFF 6.0; compression 8). */
export function writeTiff(pictures: readonly ScannedPicture[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('II*\0\x08\0\0\0', 'latin1')];
  let at = 8;
  pictures.forEach((picture, index) => {
    const page = pageOf(picture, at, index + 1 < pictures.length ? 'more' : 'last');
    parts.push(page);
    at += page.length;
  });
  return new Uint8Array(Buffer.concat(parts));
}

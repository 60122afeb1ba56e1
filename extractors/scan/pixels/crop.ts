import { crc32, deflateSync } from 'node:zlib';
import { type GreyImage, heightOf, type PixelBox, widthOf } from './page-pixels.ts';

/** What is shown around the ink, as a share of its height. */
const margin = 0.35;

/** Pixels of a crop beyond which it is shown coarser, and bytes beyond which it is not shown. */
const mostPixels = 24_000;
const mostBytes = 6_000;

/** Pixel values that a crop keeps: 16 shades of grey. */
const bitsPerPixel = 4;

/** What is seen at a place, as a small grey PNG in a data URI; undefined where it would be large. */
export function cropOf(image: GreyImage, box: PixelBox): string | undefined {
  const around = Math.ceil(margin * heightOf(box));
  const left = Math.max(0, Math.floor(box.left - around));
  const top = Math.max(0, Math.floor(box.top - around));
  const right = Math.min(image.width, Math.ceil(box.right + around));
  const bottom = Math.min(image.height, Math.ceil(box.bottom + around));
  const area = { left, top, right, bottom };
  if (right <= left || bottom <= top) return undefined;
  const step = Math.max(1, Math.ceil(Math.sqrt((widthOf(area) * heightOf(area)) / mostPixels)));
  const file = greyPng(reduced(image, area, step));
  return file.length > mostBytes ? undefined : `data:image/png;base64,${file.toString('base64')}`;
}

/** The area with `step` × `step` pixels averaged to one. */
function reduced(image: GreyImage, area: PixelBox, step: number): GreyImage {
  const width = Math.max(1, Math.floor(widthOf(area) / step));
  const height = Math.max(1, Math.floor(heightOf(area) / step));
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < step; dy += 1)
        for (let dx = 0; dx < step; dx += 1)
          sum += image.values[(area.top + y * step + dy) * image.width + area.left + x * step + dx] ?? 255;
      values[y * width + x] = Math.round(sum / step ** 2);
    }
  return { width, height, values };
}

/** A PNG of one 4-bit grey channel (PNG specification, 11.2). */
function greyPng({ width, height, values }: GreyImage): Buffer {
  const stride = 1 + Math.ceil((width * bitsPerPixel) / 8);
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = (values[y * width + x] ?? 255) >> bitsPerPixel;
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? shade << bitsPerPixel : shade);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bitsPerPixel;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

import type { ScannedPicture } from './scan-page.ts';

/** Eight pixels a byte, 1 is white; rows end on whole bytes. */
export function packBits({ width, height, values }: ScannedPicture): Uint8Array {
  const stride = Math.ceil(width / 8);
  const packed = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + (x >> 3);
      if ((values[y * width + x] ?? 255) > 127) packed[at] = (packed[at] ?? 0) | (0x80 >> (x & 7));
    }
  return packed;
}

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cropOf } from '../../../extractors/scan/pixels/crop.ts';

const image = (width: number, height: number, dark: (x: number, y: number) => boolean) => ({
  width,
  height,
  values: Uint8Array.from({ length: width * height }, (_, index) =>
    dark(index % width, Math.floor(index / width)) ? 0 : 255,
  ),
});

async function decode(crop: string | undefined) {
  const bytes = Buffer.from(crop?.split(',')[1] ?? '', 'base64');
  return sharp(bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
}

test('a crop is a picture of its place with a margin', async () => {
  const page = image(200, 100, (x, y) => x >= 50 && x < 90 && y >= 40 && y < 60);
  const { data, info } = await decode(cropOf(page, { left: 50, top: 40, right: 90, bottom: 60 }));
  expect([info.width, info.height]).toEqual([54, 34]);
  expect([data[0], data[17 * 54 + 27]]).toEqual([255, 0]);
});

test('a crop at the edge of the page stays on it, a large one is made coarser', async () => {
  const page = image(3000, 300, (x) => x % 40 < 20);
  const { info } = await decode(cropOf(page, { left: 0, top: 0, right: 3000, bottom: 300 }));
  expect(info.width * info.height).toBeLessThanOrEqual(24_000);
});

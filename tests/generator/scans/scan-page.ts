import type { Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Random } from '../random.ts';
import type { Wear } from './wear.ts';

/** A scanned page: 8 bits a channel, rows top to bottom; `jpeg` is the same picture as the scanner wrote it. */
export type ScannedPicture = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly values: Uint8Array;
  readonly dotsPerInch: number;
  readonly bits: 1 | 8;
  readonly jpeg?: Uint8Array;
};

const tints = { white: [255, 255, 255], grey: [226, 226, 226], yellow: [246, 238, 208] } as const;

/** A number from a bell curve around 0, by the sum of uniform ones. */
const bell = (random: Random): number =>
  (random.next() + random.next() + random.next() + random.next() - 2) * 1.732;

/** Paper of its tint, darker to one side, under a sensor that rustles. */
function expose(values: Uint8Array, { width, paper, noise }: Wear & { width: number }, random: Random): void {
  const tint = tints[paper];
  const fall = paper === 'white' ? 0 : 0.14 * random.next();
  const rows = values.length / (3 * width);
  const slope = { x: (fall * random.next()) / width, y: (fall * random.next()) / rows };
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = 1 - slope.x * x - slope.y * y;
      const shake = noise > 0 ? noise * bell(random) : 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = 3 * (y * width + x) + channel;
        const value = ((values[at] ?? 255) * (tint[channel] ?? 255) * light) / 255 + shake;
        values[at] = Math.max(0, Math.min(255, Math.round(value)));
      }
    }
}

/** Black or white, with specks of dust in both. */
function toBits(
  values: Uint8Array,
  depth: { threshold: number; specks: number },
  random: Random,
): Uint8Array {
  const limit = 255 * depth.threshold;
  return values.map((value) => {
    const black = value < limit;
    return random.next() < depth.specks !== black ? 0 : 255;
  });
}

async function blurred(values: Uint8Array, size: { width: number; height: number }, sigma: number) {
  if (sigma < 0.3) return values;
  const raw = sharp(values, { raw: { ...size, channels: 3 } });
  return new Uint8Array(await raw.blur(sigma).raw().toBuffer());
}

/** Scans a drawn page: light, blur, noise, depth and the file that the scanner makes of it. */
export async function scanPage(canvas: Canvas, wear: Wear, random: Random): Promise<ScannedPicture> {
  const size = { width: canvas.width, height: canvas.height };
  const rgba = canvas.data();
  const drawn = new Uint8Array(3 * size.width * size.height);
  for (let index = 0; index < size.width * size.height; index += 1)
    for (let channel = 0; channel < 3; channel += 1)
      drawn[3 * index + channel] = rgba[4 * index + channel] ?? 255;
  const colour = await blurred(drawn, size, (wear.blur * wear.dotsPerInch) / 200);
  expose(colour, { ...wear, width: size.width }, random);
  const channels = wear.depth === 'colour' ? 3 : 1;
  const turned = sharp(colour, { raw: { ...size, channels: 3 } }).rotate(90 * wear.quarterTurns);
  const { data, info } = await (channels === 1 ? turned.toColourspace('b-w') : turned)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const base = { width: info.width, height: info.height, channels, dotsPerInch: wear.dotsPerInch } as const;
  const plain = new Uint8Array(data);
  if (typeof wear.depth === 'object')
    return { ...base, channels: 1, bits: 1, values: toBits(plain, wear.depth, random) };
  if (wear.jpegQuality === undefined) return { ...base, bits: 8, values: plain };
  return { ...base, bits: 8, ...(await throughJpeg({ ...base, values: plain }, wear.jpegQuality)) };
}

async function throughJpeg(
  { width, height, channels, values }: Omit<ScannedPicture, 'bits'>,
  quality: number,
): Promise<{ values: Uint8Array; jpeg: Uint8Array }> {
  const jpeg = await sharp(values, { raw: { width, height, channels } }).jpeg({ quality }).toBuffer();
  const decoded = sharp(jpeg);
  const pixels = await (channels === 1 ? decoded.toColourspace('b-w') : decoded).raw().toBuffer();
  return { values: new Uint8Array(pixels), jpeg: new Uint8Array(jpeg) };
}

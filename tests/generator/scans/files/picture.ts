import sharp, { type Sharp } from 'sharp';
import type { ScannedPicture } from '../scan-page.ts';

const opened = ({ width, height, channels, values, dotsPerInch }: ScannedPicture): Sharp =>
  sharp(values, { raw: { width, height, channels } }).withMetadata({ density: dotsPerInch });

/** A page as one picture file. A JPEG is lossy: at the quality of the scan where it has one. */
export async function writePicture(
  picture: ScannedPicture,
  format: 'png' | 'jpeg' | 'webp',
): Promise<Uint8Array> {
  if (format === 'jpeg') return picture.jpeg ?? (await bytesOf(opened(picture).jpeg({ quality: 90 })));
  if (format === 'webp') return await bytesOf(opened(picture).webp({ lossless: true }));
  return await bytesOf(opened(picture).png(picture.bits === 1 ? { palette: true, colours: 2 } : {}));
}

const bytesOf = async (image: Sharp): Promise<Uint8Array> => new Uint8Array(await image.toBuffer());

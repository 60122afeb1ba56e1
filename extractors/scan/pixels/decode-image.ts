import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Note } from '../../../model/note.ts';
import { accept, note, type Result, refuse } from '../../../model/outcome-channels.ts';
import type { PagePixels } from './page-pixels.ts';
import { dotsPerInchOf, scaleFor } from './resolution.ts';

/** Pixels of one page beyond which a picture is refused: A3 at 600 dpi. */
const mostPixels = 80_000_000;

/** Pages of one TIFF that are read. */
const mostPages = 200;

/** Pixels to a side below which a picture cannot hold a table. */
const leastSide = 64;

/** A picture file whose pages are decoded one at a time. */
export type OpenImage = {
  readonly mediaType: string;
  readonly pageCount: number;
  readonly notes: readonly Note[];
  readonly decodePage: (number: number) => Promise<Result<PagePixels>>;
};

const damaged = <T>(): Result<T> =>
  refuse('image/damaged', {
    zh: '图片文件已损坏，无法解码；请重新获取或重新扫描',
    en: 'the picture is damaged and cannot be decoded; get it again or scan it again',
  });

/** What is decoded; libvips knows more, but nobody publishes tables in them. */
const formats: ReadonlySet<string> = new Set(['png', 'jpeg', 'tiff', 'webp', 'gif']);

const unsupported = <T>(): Result<T> =>
  refuse('image/unsupported', {
    zh: '不支持的图片格式；请另存为 PNG、JPEG 或 TIFF 后再试',
    en: 'this picture format is not supported; save it as PNG, JPEG or TIFF and try again',
  });

/** Looks at a PNG, JPEG, TIFF, WebP or GIF without decoding it; refuses what is damaged, too large or too small. */
export async function openImage(bytes: Uint8Array): Promise<Result<OpenImage>> {
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch (error) {
    return error instanceof Error && /unsupported image format/u.test(error.message)
      ? unsupported()
      : damaged();
  }
  const { width = 0, height = 0, format } = metadata;
  if (!format || !formats.has(format)) return unsupported();
  if (width * height > mostPixels)
    return refuse('image/too-large', {
      zh: `图片过大（${width}×${height} 像素）；请以 300 dpi 重新扫描`,
      en: `the picture is too large (${width} × ${height} pixels); scan it again at 300 dpi`,
    });
  if (Math.min(width, height) < leastSide)
    return refuse('image/too-small', {
      zh: `图片过小（${width}×${height} 像素），其中不会有表格`,
      en: `the picture is too small (${width} × ${height} pixels) to hold a table`,
    });
  const all = format === 'tiff' ? (metadata.pages ?? 1) : 1;
  const pageCount = Math.min(all, mostPages);
  return accept({
    mediaType: `image/${format}`,
    pageCount,
    notes: cutNotes(all, pageCount),
    decodePage: (number) => decodePage(bytes, number, metadata.density),
  });
}

function cutNotes(all: number, read: number): readonly Note[] {
  if (all <= read) return [];
  return [
    note('image/pages-cut', {
      zh: `图片共 ${all} 页，只读了前 ${read} 页`,
      en: `only the first ${read} of ${all} pages of the picture were read`,
    }),
  ];
}

/** Upright by its EXIF note, on white, at a readable resolution. */
async function decodePage(bytes: Uint8Array, number: number, density?: number): Promise<Result<PagePixels>> {
  const open = (): Sharp =>
    sharp(bytes, { page: number - 1, limitInputPixels: mostPixels, failOn: 'none', sequentialRead: true });
  try {
    const { width = 0, height = 0, channels = 3 } = await open().metadata();
    if (width * height > mostPixels || width * height === 0) return damaged();
    const stated = dotsPerInchOf({ width, height }, density);
    const scale = scaleFor(stated);
    const upright = open().rotate().flatten({ background: '#fff' });
    const sized = scale === 1 ? upright : upright.resize({ width: await scaledWidth(open(), scale) });
    const coloured = channels <= 2 ? sized.toColourspace('b-w') : sized.toColourspace('srgb');
    const { data, info } = await coloured.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    if (info.channels !== 1 && info.channels !== 3) return damaged();
    return accept({
      number,
      width: info.width,
      height: info.height,
      channels: info.channels,
      values: new Uint8Array(data.buffer, data.byteOffset, data.length),
      dotsPerInch: stated * scale,
    });
  } catch {
    return damaged();
  }
}

/** EXIF orientations 5 to 8 swap the sides. */
async function scaledWidth(image: Sharp, scale: number): Promise<number> {
  const { width = 1, height = 1, orientation = 1 } = await image.metadata();
  return Math.max(1, Math.round((orientation >= 5 ? height : width) * scale));
}

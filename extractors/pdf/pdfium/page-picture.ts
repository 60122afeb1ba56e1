import type { Box } from '../../../model/place.ts';
import { applyToBox } from '../matrix.ts';
import type { PagePicture } from '../pdf-reader.ts';
import { boxOf, pageFrame, readMatrix, type Scratch } from './geometry.ts';
import type { Pdfium } from './library.ts';

/** FPDF_PAGEOBJ_IMAGE, and the bitmap formats of fpdfview.h with the bytes of a pixel. */
const imageObject = 3;
const bytesPerPixel: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };
const withAlpha = 4;

/** Draw annotations too: stamps and typed remarks are part of what is seen. */
const drawAnnotations = 1;

/** Dots per inch that pages are drawn at: as their picture has them within these bounds; the last one where there is none. */
const resolution = { least: 200, most: 400, ofDrawings: 250 };

/** A picture is taken as it is from here on; a coarser one is drawn larger. */
const leastAsIs = 150;

/** Pixels of one page; a larger page is drawn coarser. */
const mostPixels = 40_000_000;

/** Share of the page by which a picture may miss its sides and still be the whole page. */
const sideShare = 0.015;

type PlacedPicture = {
  readonly object: number;
  readonly box: Box;
  readonly dotsPerInch: number;
  readonly upright: boolean;
};

type Loaded = { readonly pdfium: Pdfium; readonly page: number; readonly scratch: Scratch };

/** The pictures that lie directly on the page, and how many other things do. */
function picturesOf({ pdfium, page, scratch }: Loaded): {
  pictures: readonly PlacedPicture[];
  others: number;
} {
  const { call } = pdfium;
  const { matrix } = pageFrame(pdfium, page, scratch);
  const pictures: PlacedPicture[] = [];
  const count = Math.min(call.FPDFPage_CountObjects(page), 1000);
  for (let index = 0; index < count; index += 1) {
    const object = call.FPDFPage_GetObject(page, index);
    if (call.FPDFPageObj_GetType(object) !== imageObject) continue;
    const bounds = boxOf(pdfium, scratch, (...p) => call.FPDFPageObj_GetBounds(object, ...p));
    const p = scratch.address;
    if (!bounds || !call.FPDFImageObj_GetImagePixelSize(object, p, p + 4)) continue;
    const [across = 0] = pdfium.integers().subarray(p >> 2, (p >> 2) + 1);
    call.FPDFPageObj_GetMatrix(object, p);
    const [a, b, c, d] = readMatrix(pdfium, p);
    const points = Math.hypot(a, b);
    pictures.push({
      object,
      box: applyToBox(matrix, bounds),
      dotsPerInch: points > 0 ? (across * 72) / points : 0,
      upright: a > 0 && d > 0 && Math.abs(b) < 0.001 * a && Math.abs(c) < 0.001 * d,
    });
  }
  return { pictures, others: count - pictures.length };
}

/** The bitmap's pixels as grey or RGB, rows without padding; a transparent pixel is white. */
function readBitmap(pdfium: Pdfium, bitmap: number): Omit<PagePicture, 'dotsPerInch'> | undefined {
  const { call } = pdfium;
  const [width, height] = [call.FPDFBitmap_GetWidth(bitmap), call.FPDFBitmap_GetHeight(bitmap)];
  const format = call.FPDFBitmap_GetFormat(bitmap);
  const step = bytesPerPixel[format] ?? 0;
  if (step === 0 || width * height === 0 || width * height > mostPixels) return undefined;
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const start = call.FPDFBitmap_GetBuffer(bitmap);
  const source = pdfium.bytes();
  if (step === 1) {
    const values = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1)
      values.set(source.subarray(start + y * stride, start + y * stride + width), y * width);
    return { width, height, channels: 1, values };
  }
  const values = new Uint8Array(3 * width * height);
  let coloured = false;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = start + y * stride + x * step;
      const clear = format === withAlpha && source[from + 3] === 0;
      const [blue, green, red] = clear
        ? [255, 255, 255]
        : [source[from] ?? 0, source[from + 1] ?? 0, source[from + 2] ?? 0];
      const to = 3 * (y * width + x);
      [values[to], values[to + 1], values[to + 2]] = [red, green, blue];
      coloured ||= red !== green || green !== blue;
    }
  if (coloured) return { width, height, channels: 3, values };
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index += 1) grey[index] = values[3 * index] ?? 0;
  return { width, height, channels: 1, values: grey };
}

/** The picture as it is in the file, where it alone is the page. */
function pictureAsIs(
  loaded: Loaded,
  picture: PlacedPicture,
  size: readonly [number, number],
): PagePicture | undefined {
  const { call } = loaded.pdfium;
  const [width, height] = size;
  const [left, top, right, bottom] = picture.box;
  const whole =
    Math.max(Math.abs(left), Math.abs(right - width)) <= sideShare * width &&
    Math.max(Math.abs(top), Math.abs(bottom - height)) <= sideShare * height;
  const fit = picture.dotsPerInch >= leastAsIs && picture.dotsPerInch <= resolution.most;
  if (!whole || !fit || !picture.upright || call.FPDFPage_GetRotation(loaded.page) !== 0) return undefined;
  const bitmap = call.FPDFImageObj_GetBitmap(picture.object);
  if (!bitmap) return undefined;
  try {
    const read = readBitmap(loaded.pdfium, bitmap);
    return read && { ...read, dotsPerInch: (read.width * 72) / width };
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}

function drawn(
  { pdfium, page }: Loaded,
  size: readonly [number, number],
  wanted: number,
): PagePicture | undefined {
  const { call } = pdfium;
  const [across, down] = size;
  const most = 72 * Math.sqrt(mostPixels / Math.max(1, across * down));
  const dotsPerInch = Math.min(wanted, most);
  const [width, height] = [across, down].map((points) =>
    Math.max(1, Math.round((points * dotsPerInch) / 72)),
  );
  if (width === undefined || height === undefined) return undefined;
  const bitmap = call.FPDFBitmap_Create(width, height, 0);
  if (!bitmap) return undefined;
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawAnnotations);
    const read = readBitmap(pdfium, bitmap);
    return read && { ...read, dotsPerInch };
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}

/** What a page shows, in pixels: its one full-page picture untouched, or else the page drawn at that picture's resolution. */
export function pagePicture(loaded: Loaded): PagePicture | undefined {
  const { width, height } = pageFrame(loaded.pdfium, loaded.page, loaded.scratch);
  const size = [width, height] as const;
  const { pictures, others } = picturesOf(loaded);
  const [only] = pictures;
  const asIs = only && pictures.length === 1 && others === 0 ? pictureAsIs(loaded, only, size) : undefined;
  if (asIs) return asIs;
  const finest = Math.max(0, ...pictures.map((picture) => picture.dotsPerInch));
  const wanted =
    finest > 0 ? Math.min(Math.max(finest, resolution.least), resolution.most) : resolution.ofDrawings;
  return drawn(loaded, size, wanted);
}

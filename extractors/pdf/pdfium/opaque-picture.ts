import type { Pdfium } from './library.ts';
import type { ImageObject } from './objects.ts';

/** FPDFBitmap_BGRA of fpdfview.h. */
const withAlpha = 4;

/** Share of a picture's pixels that hide what lies below; of a seal cut out by a mask far fewer do, its corners at least. */
const opaqueShare = 0.95;

const mostPixels = 4_000_000;

/** Whether nothing shows through a picture: no blending, and no mask of any kind that leaves a part of it out. */
export function isOpaquePicture(
  pdfium: Pdfium,
  document: number,
  page: number,
  picture: ImageObject,
): boolean {
  const { call } = pdfium;
  if (call.FPDFPageObj_HasTransparency(picture.object)) return false;
  const [left, top, right, bottom] = picture.box;
  if ((right - left) * (bottom - top) > mostPixels) return false;
  const bitmap = call.FPDFImageObj_GetRenderedBitmap(document, page, picture.object);
  if (!bitmap) return false;
  try {
    return opaquePart(pdfium, bitmap) >= opaqueShare;
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}

function opaquePart(pdfium: Pdfium, bitmap: number): number {
  const { call } = pdfium;
  const [width, height] = [call.FPDFBitmap_GetWidth(bitmap), call.FPDFBitmap_GetHeight(bitmap)];
  if (call.FPDFBitmap_GetFormat(bitmap) !== withAlpha || width * height === 0) return 0;
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const start = call.FPDFBitmap_GetBuffer(bitmap);
  const bytes = pdfium.bytes();
  let opaque = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((bytes[start + y * stride + 4 * x + 3] ?? 0) > 250) opaque += 1;
  return opaque / (width * height);
}

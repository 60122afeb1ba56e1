import type { Box } from '../../../model/place.ts';
import { type Matrix, pageMatrix } from '../matrix.ts';
import type { Pdfium } from './library.ts';

/** Letter size in points: what PDFium and Acrobat show for a page without a media box. */
const defaultBox: Box = [0, 0, 612, 792];

/** 64 bytes of PDFium's memory that calls write their results to. */
export type Scratch = { readonly address: number };

export function readMatrix(pdfium: Pdfium, address: number): Matrix {
  const at = address >> 2;
  const floats = pdfium.floats();
  return [
    floats[at] ?? 1,
    floats[at + 1] ?? 0,
    floats[at + 2] ?? 0,
    floats[at + 3] ?? 1,
    floats[at + 4] ?? 0,
    floats[at + 5] ?? 0,
  ];
}

/** Four floats written by a call, brought into the order left, bottom, right, top of user space. */
function readBox(pdfium: Pdfium, address: number): Box {
  const at = address >> 2;
  const floats = pdfium.floats();
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = floats.subarray(at, at + 4);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/** Four floats by pointers to each of them, as PDFium's box functions want it. */
export function boxOf(
  pdfium: Pdfium,
  scratch: Scratch,
  ask: (left: number, bottom: number, right: number, top: number) => number,
): Box | undefined {
  const p = scratch.address;
  return ask(p, p + 4, p + 8, p + 12) ? readBox(pdfium, p) : undefined;
}

export type PageFrame = { readonly width: number; readonly height: number; readonly matrix: Matrix };

/** Size of the page as seen, and the map from user space to it. */
export function pageFrame(pdfium: Pdfium, page: number, scratch: Scratch): PageFrame {
  const { call } = pdfium;
  const media = boxOf(pdfium, scratch, (...p) => call.FPDFPage_GetMediaBox(page, ...p)) ?? defaultBox;
  const usable: Box = media[2] - media[0] > 0 && media[3] - media[1] > 0 ? media : defaultBox;
  const crop = boxOf(pdfium, scratch, (...p) => call.FPDFPage_GetCropBox(page, ...p)) ?? usable;
  const both: Box = [
    Math.max(usable[0], crop[0]),
    Math.max(usable[1], crop[1]),
    Math.min(usable[2], crop[2]),
    Math.min(usable[3], crop[3]),
  ];
  const visible = both[2] - both[0] > 0 && both[3] - both[1] > 0 ? both : usable;
  const rotation = call.FPDFPage_GetRotation(page) * 90;
  const across = visible[2] - visible[0];
  const down = visible[3] - visible[1];
  const turned = rotation === 90 || rotation === 270;
  return {
    width: turned ? down : across,
    height: turned ? across : down,
    matrix: pageMatrix(visible, rotation),
  };
}

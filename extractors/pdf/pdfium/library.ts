import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

/** The functions of PDFium's C interface that are used here: numbers in, numbers out, as WebAssembly exports them. */
const functionNames = [
  'malloc',
  'free',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPage_GetRotation',
  'FPDFPage_GetMediaBox',
  'FPDFPage_GetCropBox',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFPage_Flatten',
  'FPDFAnnot_GetSubtype',
  'FPDFPageObj_GetType',
  'FPDFPageObj_HasTransparency',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPageObj_GetStrokeWidth',
  'FPDFPageObj_GetClipPath',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPath_GetDrawMode',
  'FPDFPathSegment_GetType',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetClose',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_GetTextObject',
  'FPDFText_GetFontSize',
  'FPDFText_GetMatrix',
  'FPDFText_GetCharBox',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharOrigin',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFImageObj_GetImagePixelSize',
  'FPDFImageObj_GetBitmap',
  'FPDFImageObj_GetRenderedBitmap',
  'FPDFBitmap_Create',
  'FPDFBitmap_Destroy',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetFormat',
  'FPDFBitmap_GetHeight',
  'FPDFBitmap_GetStride',
  'FPDFBitmap_GetWidth',
  'FPDF_RenderPageBitmap',
] as const;

type FunctionName = (typeof functionNames)[number];

export type PdfiumFunctions = Readonly<Record<FunctionName, (...values: readonly number[]) => number>>;

/** Views of PDFium's memory; they go stale when it grows, so ask again after every call that may allocate. */
export type Pdfium = {
  readonly call: PdfiumFunctions;
  readonly bytes: () => Uint8Array;
  readonly floats: () => Float32Array;
  readonly doubles: () => Float64Array;
  readonly integers: () => Int32Array;
};

/** What the package's module object holds beside its own (browser) type declarations. */
type Heaps = {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
  readonly wasmExports: Readonly<Record<string, unknown>>;
};

function bind(exported: Readonly<Record<string, unknown>>): PdfiumFunctions {
  const missing = functionNames.filter((name) => typeof exported[name] !== 'function');
  if (missing.length > 0) throw new Error(`PDFium lacks ${missing.join(', ')}`);
  // Each name was just seen to be a function; WebAssembly functions take and give numbers.
  return Object.fromEntries(functionNames.map((name) => [name, exported[name]])) as PdfiumFunctions;
}

async function start(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasm = await readFile(path);
  const module = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  });
  module.PDFiumExt_Init();
  // The package declares only some members of its Emscripten module.
  const heaps = module.pdfium as unknown as Heaps;
  return {
    call: bind(heaps.wasmExports),
    bytes: () => heaps.HEAPU8,
    floats: () => heaps.HEAPF32,
    doubles: () => heaps.HEAPF64,
    integers: () => heaps.HEAP32,
  };
}

let running: Promise<Pdfium> | undefined;

/** The one PDFium of this process; started at first use from the package's own file. */
export function loadPdfium(): Promise<Pdfium> {
  running ??= start();
  return running;
}

/** After a trap inside WebAssembly its memory cannot be trusted: the next use starts a new one. */
export function discardPdfium(): void {
  running = undefined;
}

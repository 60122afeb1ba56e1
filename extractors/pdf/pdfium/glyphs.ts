import type { Box } from '../../../model/place.ts';
import type { Direction, Glyph, Hiding } from '../../layout/page-content.ts';
import { emBox } from '../em-box.ts';
import { apply, applyToBox, type Matrix, multiply } from '../matrix.ts';
import { maxGlyphsPerPage } from '../pdf-reader.ts';
import type { TextPaint } from '../visibility.ts';
import { boxOf, readMatrix, type Scratch } from './geometry.ts';
import type { Pdfium } from './library.ts';
import type { PlacedText } from './objects.ts';

type SilentText = { readonly order: number; readonly box: Box; readonly paint: PlacedText };

export type PageGlyphs = {
  readonly glyphs: readonly Glyph[];
  /** The painting order of each glyph's text object. */
  readonly orders: readonly number[];
  /** Text objects none of whose characters is among them: PDFium gives what is printed twice on one spot once. */
  readonly silent: () => readonly SilentText[];
  readonly unmapped: number;
  readonly truncated: boolean;
};

type Source = {
  readonly pdfium: Pdfium;
  readonly page: number;
  readonly matrix: Matrix;
  readonly scratch: Scratch;
  readonly paints: ReadonlyMap<number, PlacedText>;
  readonly hidingOf: (box: Box, paint: TextPaint) => Hiding | undefined;
};

/** What the characters of one text object share. */
type Run = {
  readonly address: number;
  readonly size: number;
  readonly direction: Direction;
  readonly upright: boolean;
  readonly paint: TextPaint | undefined;
};

const hyphenAtLineEnd = 0x02;

function directionOf(matrix: Matrix): Direction {
  const [a, b] = matrix;
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 'right' : 'left';
  return b > 0 ? 'down' : 'up';
}

function readRun(source: Source, text: number, index: number, address: number): Run {
  const { pdfium, scratch } = source;
  pdfium.call.FPDFText_GetMatrix(text, index, scratch.address);
  const seen = multiply(readMatrix(pdfium, scratch.address), source.matrix);
  const size = pdfium.call.FPDFText_GetFontSize(text, index) * Math.hypot(seen[2], seen[3]);
  const direction = directionOf(seen);
  return { address, size, direction, upright: direction === 'right', paint: source.paints.get(address) };
}

/** The box that PDFium gives: of the ink, or (`Loose`) of the advance and the font's ascent and descent. */
function inkBox(source: Source, text: number, index: number): Box {
  const { pdfium, scratch, matrix } = source;
  const p = scratch.address;
  pdfium.call.FPDFText_GetCharBox(text, index, p, p + 8, p + 16, p + 24);
  const [left = 0, right = 0, bottom = 0, top = 0] = pdfium.doubles().subarray(p >> 3, (p >> 3) + 4);
  return applyToBox(matrix, [left, bottom, right, top]);
}

function looseBox(source: Source, text: number, index: number): Box {
  const { pdfium, scratch, matrix } = source;
  const p = scratch.address;
  pdfium.call.FPDFText_GetLooseCharBox(text, index, p);
  const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.floats().subarray(p >> 2, (p >> 2) + 4);
  return applyToBox(matrix, [left, bottom, right, top]);
}

function origin(source: Source, text: number, index: number): readonly [number, number] {
  const { pdfium, scratch, matrix } = source;
  const p = scratch.address;
  pdfium.call.FPDFText_GetCharOrigin(text, index, p, p + 8);
  const at = p >> 3;
  const doubles = pdfium.doubles();
  return apply(matrix, doubles[at] ?? 0, doubles[at + 1] ?? 0);
}

/** One character from its one or two UTF-16 units or its code point. */
function characterAt(
  source: Source,
  text: number,
  index: number,
): { readonly value: string; readonly length: number } {
  const { call } = source.pdfium;
  const code = call.FPDFText_GetUnicode(text, index);
  if (code === hyphenAtLineEnd) return { value: '-', length: 1 };
  if (code >= 0xd800 && code < 0xdc00) {
    const next = call.FPDFText_GetUnicode(text, index + 1);
    if (next >= 0xdc00 && next < 0xe000) return { value: String.fromCharCode(code, next), length: 2 };
  }
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
    return { value: '\ufffd', length: 1 };
  return { value: String.fromCodePoint(code), length: 1 };
}

/** The characters of a page with their em boxes, and how many of them the fonts give no Unicode for. */
export function readGlyphs(source: Source): PageGlyphs {
  const { pdfium } = source;
  const { call } = pdfium;
  const text = call.FPDFText_LoadPage(source.page);
  if (!text) return { glyphs: [], orders: [], silent: () => [], unmapped: 0, truncated: false };
  try {
    return readLoaded(source, text);
  } finally {
    call.FPDFText_ClosePage(text);
  }
}

function readLoaded(source: Source, text: number): PageGlyphs {
  const { call } = source.pdfium;
  const all = Math.max(0, call.FPDFText_CountChars(text));
  const count = Math.min(all, maxGlyphsPerPage);
  const glyphs: Glyph[] = [];
  const orders: number[] = [];
  let run: Run | undefined;
  let unmapped = 0;
  let spaceBefore = false;
  const used = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const generated = call.FPDFText_IsGenerated(text, index) === 1;
    const { value, length } = characterAt(source, text, index);
    index += length - 1;
    if (/^[\s\p{Cc}\u200b\ufeff]$/u.test(value)) {
      if (!generated || value === ' ') spaceBefore = true;
      continue;
    }
    if (generated) continue;
    const address = call.FPDFText_GetTextObject(text, index);
    if (address !== run?.address) {
      run = readRun(source, text, index, address);
      used.add(address);
    }
    if (value === '\ufffd' || call.FPDFText_HasUnicodeMapError(text, index) === 1) unmapped += 1;
    const box = glyphBox(source, text, { index, run });
    const hiding = run.paint && source.hidingOf(box, run.paint);
    const size = run.upright ? box[3] - box[1] : run.size;
    const pieces = pieceCount(glyphs, box);
    if (pieces > 0) shareBox(glyphs, pieces);
    glyphs.push({
      text: value,
      box: pieces > 0 ? part(box, pieces, pieces + 1) : box,
      size,
      direction: run.direction,
      spaceBefore,
      ...(hiding ? { hiding } : {}),
    });
    orders.push(run.paint?.order ?? 0);
    spaceBefore = false;
  }
  const silent = (): readonly SilentText[] => silentTexts(source, used);
  return {
    glyphs: withRepaintedText(source, glyphs, silent),
    orders,
    silent,
    unmapped,
    truncated: all > count,
  };
}

function silentTexts(source: Source, used: ReadonlySet<number>): readonly SilentText[] {
  const { pdfium, scratch } = source;
  return [...source.paints].flatMap(([address, paint]) => {
    if (used.has(address)) return [];
    const bounds = boxOf(pdfium, scratch, (...p) => pdfium.call.FPDFPageObj_GetBounds(address, ...p));
    return bounds ? [{ order: paint.order, paint, box: applyToBox(paint.matrix, bounds) }] : [];
  });
}

/**
 * PDFium leaves out a text that repeats an earlier one at the same place. Where the earlier one was covered in between, the
 * later one is what is seen: a covered glyph under a text object that gave no glyphs of its own is visible after all.
 */
function withRepaintedText(
  source: Source,
  glyphs: readonly Glyph[],
  silentOf: () => readonly SilentText[],
): readonly Glyph[] {
  if (!glyphs.some((glyph) => glyph.hiding === 'covered')) return glyphs;
  const silent = silentOf();
  return glyphs.map((glyph) => {
    if (glyph.hiding !== 'covered') return glyph;
    const [x, y] = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2];
    const again = silent.some(
      ({ paint, box }) =>
        x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && !source.hidingOf(glyph.box, paint),
    );
    if (!again) return glyph;
    const { hiding: _, ...seen } = glyph;
    return seen;
  });
}

/** How many glyphs before this one are pieces of the same ligature: PDFium gives each letter of "ffi" the whole box. */
function pieceCount(glyphs: readonly Glyph[], box: Box): number {
  const last = glyphs[glyphs.length - 1];
  // Nearly every glyph ends right of the one before it.
  if (!last || last.box[2] !== box[2] || last.box[1] !== box[1]) return 0;
  for (let back = longestLigature; back >= 1; back -= 1)
    if (glyphs[glyphs.length - back]?.box[0] === box[0]) return back;
  return 0;
}

const longestLigature = 3;

/** Part `index` of `count` equal parts of a box, left to right. */
function part([left, top, right, bottom]: Box, index: number, count: number): Box {
  const step = (right - left) / count;
  return [left + index * step, top, left + (index + 1) * step, bottom];
}

/** Makes room for one more letter in the box that the last `pieces` glyphs share. */
function shareBox(glyphs: Glyph[], pieces: number): void {
  const group = glyphs.slice(-pieces);
  const whole: Box = [
    group[0]?.box[0] ?? 0,
    group[0]?.box[1] ?? 0,
    group.at(-1)?.box[2] ?? 0,
    group[0]?.box[3] ?? 0,
  ];
  group.forEach((glyph, index) => {
    glyphs[glyphs.length - pieces + index] = { ...glyph, box: part(whole, index, pieces + 1) };
  });
}

function glyphBox(source: Source, text: number, at: { readonly index: number; readonly run: Run }): Box {
  const { index, run } = at;
  if (!run.upright) return inkBox(source, text, index);
  const loose = looseBox(source, text, index);
  const base = origin(source, text, index);
  return emBox({
    left: loose[0],
    right: loose[2],
    baseline: base[1],
    size: run.size,
    ink: () => inkBox(source, text, index),
  });
}

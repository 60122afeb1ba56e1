import type { Mask, PixelBox } from '../pixels/page-pixels.ts';
import { enclose, heightOf, widthOf } from '../pixels/page-pixels.ts';
import { findInkParts, type InkPart } from './ink-parts.ts';
import type { Region } from './regions.ts';
import { characterHeight, textParts } from './text-parts.ts';

/** A line of text, or a piece of one between wide gaps; `box` is its ink, at least one character high. */
export type InkLine = {
  readonly region: Region;
  readonly box: PixelBox;
  readonly parts: readonly InkPart[];
};

type Band = { top: number; bottom: number };

/** Two bands of ink that together are not higher than this many characters are one line; one higher than that is two. */
const merges = 1.25;
const splits = 1.6;

/** Gaps in characters at which a line falls apart: columns without rulings. */
const widestGap = { cell: 3, open: 1.4 };

function rowInk({ width, values }: Mask, box: PixelBox): Uint32Array {
  const ink = new Uint32Array(Math.max(0, heightOf(box)));
  for (let y = box.top; y < box.bottom; y += 1) {
    let sum = 0;
    for (let at = y * width + box.left; at < y * width + box.right; at += 1) sum += values[at] ?? 0;
    ink[y - box.top] = sum;
  }
  return ink;
}

function bandsOf(ink: Uint32Array, top: number): Band[] {
  const bands: Band[] = [];
  let from = -1;
  for (let index = 0; index <= ink.length; index += 1) {
    const inked = (ink[index] ?? 0) > 0;
    if (inked && from < 0) from = index;
    if (!inked && from >= 0) {
      bands.push({ top: top + from, bottom: top + index });
      from = -1;
    }
  }
  return bands;
}

/** A stroke of a character (the upper one of 元) is flatter than this many characters and nearer to its rest. */
const stroke = { height: 0.3, gap: 0.3 };

/** `height` is that of the characters beside it, which may be digits alone; `em` the usual one of the page. */
function mergeBands(bands: readonly Band[], { height, em }: { height: number; em: number }): Band[] {
  const merged: Band[] = [];
  for (const band of bands) {
    const last = merged.at(-1);
    const both = last ? band.bottom - last.top : 0;
    const isStroke =
      last !== undefined &&
      Math.min(last.bottom - last.top, band.bottom - band.top) < stroke.height * em &&
      band.top - last.bottom < stroke.gap * em &&
      both <= merges * em;
    if (last && (both <= merges * height || isStroke)) last.bottom = band.bottom;
    else merged.push({ ...band });
  }
  return merged;
}

/** Cuts a band that is as high as several lines at the rows with the least ink, where they are clearly thin. */
function splitBand(
  band: Band,
  ink: Uint32Array,
  { top, height }: { top: number; height: number },
): readonly Band[] {
  const tall = band.bottom - band.top;
  if (tall <= splits * height) return [band];
  let mean = 0;
  for (let y = band.top; y < band.bottom; y += 1) mean += (ink[y - top] ?? 0) / tall;
  let best = { at: -1, ink: 0.3 * mean };
  const from = Math.ceil(band.top + 0.7 * height);
  const to = Math.floor(Math.min(band.bottom - 0.5 * height, band.top + 1.5 * height));
  for (let y = from; y < to; y += 1)
    if ((ink[y - top] ?? 0) < best.ink) best = { at: y, ink: ink[y - top] ?? 0 };
  if (best.at < 0) return [band];
  const rest = { top: best.at, bottom: band.bottom };
  return [{ top: band.top, bottom: best.at }, ...splitBand(rest, ink, { top, height })];
}

/** The height of a character in this region: its own where it holds enough ink to tell. */
function localHeight(parts: readonly InkPart[], em: number): number {
  if (parts.length < 4) return em;
  const sorted = parts.map(heightOf).toSorted((a, b) => a - b);
  return Math.max(0.65 * em, Math.min(sorted[Math.floor(0.8 * sorted.length)] ?? em, 3 * em));
}

/** Pieces of a line between gaps; each piece is bounded by its own ink. */
function chunksOf(parts: readonly InkPart[], gap: number): readonly (readonly InkPart[])[] {
  const chunks: InkPart[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const part of parts.toSorted((a, b) => a.left - b.left)) {
    if (part.left - right > gap) chunks.push([part]);
    else chunks.at(-1)?.push(part);
    right = Math.max(right, part.right);
  }
  return chunks;
}

/** At least `height` high around its middle, inside the region and between its neighbours. */
function roomy(box: PixelBox, height: number, bounds: Band): PixelBox {
  const missing = height - heightOf(box);
  if (missing <= 0) return box;
  return {
    ...box,
    top: Math.max(bounds.top, Math.floor(box.top - missing / 2)),
    bottom: Math.min(bounds.bottom, Math.ceil(box.bottom + missing / 2)),
  };
}

function linesOf(
  region: Region,
  parts: readonly InkPart[],
  page: { mask: Mask; em: number },
): readonly InkLine[] {
  if (parts.length === 0) return [];
  const area = enclose(parts);
  const height = localHeight(parts, page.em);
  const ink = rowInk(page.mask, area);
  const bands = mergeBands(bandsOf(ink, area.top), { height, em: page.em }).flatMap((band) => {
    const held = parts.filter(
      (part) => (part.top + part.bottom) / 2 >= band.top && part.bottom <= band.bottom + height,
    );
    const inBand = held.filter((part) => (part.top + part.bottom) / 2 < band.bottom);
    const own = Math.max(
      height,
      inBand.length > 0 && inBand.length < 200 ? localHeight(inBand, height) : height,
    );
    return splitBand(band, ink, { top: area.top, height: own });
  });
  return bands.flatMap((band, index) => {
    const middle = (part: InkPart): number => (part.top + part.bottom) / 2;
    const held = parts.filter((part) => middle(part) >= band.top && middle(part) < band.bottom);
    // A title and a note may stand in one open area; a cell has one size of type.
    const own = region.cell ? height : localHeight(held, height);
    const gap = own * (region.cell ? widestGap.cell : widestGap.open);
    const bounds = {
      top: bands[index - 1]?.bottom ?? region.box.top,
      bottom: bands[index + 1]?.top ?? region.box.bottom,
    };
    return chunksOf(held, gap).map((chunk): InkLine => {
      const { left, right, top, bottom } = enclose(chunk);
      const box = { left, right, top: Math.max(top, band.top), bottom: Math.min(bottom, band.bottom) };
      return { region, box: roomy(box, 0.9 * own, bounds), parts: chunk };
    });
  });
}

/** The lines of text of a page, region by region, top to bottom, left to right. `mask` holds no ruling. */
export function findLines(
  mask: Mask,
  regions: readonly Region[],
  dotsPerInch: number,
): { readonly lines: readonly InkLine[]; readonly em: number } {
  const ink = findInkParts(mask);
  const em = characterHeight(ink.parts, dotsPerInch);
  const held = textParts(ink.parts, regions, { em, dotsPerInch });
  const clean = ink.keep(new Set([...held.values()].flat()));
  const lines = regions.flatMap((region) => linesOf(region, held.get(region) ?? [], { mask: clean, em }));
  return { lines: lines.filter(({ box }) => widthOf(box) > 0 && heightOf(box) > 0), em };
}

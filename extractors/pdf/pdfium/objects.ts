import type { Box } from '../../../model/place.ts';
import type { Colour, Fill, PlacedImage, Segment } from '../../layout/page-content.ts';
import { applyToBox, type Matrix, multiply } from '../matrix.ts';
import { maxFormDepth, maxObjectsPerPage, maxPathPointsPerPage } from '../pdf-reader.ts';
import { paintedShapes, type Subpath } from '../shapes.ts';
import type { TextPaint } from '../visibility.ts';
import { boxOf, readMatrix, type Scratch } from './geometry.ts';
import type { Pdfium } from './library.ts';

/** A text object's paint, with the map from its space to the page. */
export type PlacedText = TextPaint & { readonly matrix: Matrix };

/** A picture with its address. */
export type ImageObject = PlacedImage & { readonly object: number };

export type PageObjects = {
  readonly segments: Segment[];
  readonly fills: Fill[];
  readonly images: ImageObject[];
  /** Painted areas of unknown shape or colour. */
  readonly unknown: PlacedImage[];
  /** By the address of the text object. */
  readonly texts: Map<number, PlacedText>;
  truncated: boolean;
};

const kinds = { text: 1, path: 2, image: 3, shading: 4, form: 5 };
const pathPoint = { line: 0, curve: 1, move: 2 };
const allOfIt: Box = [-1e6, -1e6, 1e6, 1e6];

type Walk = {
  readonly pdfium: Pdfium;
  readonly scratch: Scratch;
  readonly found: PageObjects;
  order: number;
  points: number;
};

function colourBy(walk: Walk, ask: (r: number, g: number, b: number, a: number) => number): Colour {
  const p = walk.scratch.address;
  if (!ask(p, p + 4, p + 8, p + 12)) return [0, 0, 0, 255];
  const [r = 0, g = 0, b = 0, a = 255] = walk.pdfium.integers().subarray(p >> 2, (p >> 2) + 4);
  return [r, g, b, a];
}

const fillColour = (walk: Walk, object: number): Colour =>
  colourBy(walk, (...p) => walk.pdfium.call.FPDFPageObj_GetFillColor(object, ...p));
const strokeColour = (walk: Walk, object: number): Colour =>
  colourBy(walk, (...p) => walk.pdfium.call.FPDFPageObj_GetStrokeColor(object, ...p));

/** Blend modes and soft masks let what lies under a fill show through: such a fill is never fully opaque. */
const seenThrough = (walk: Walk, object: number, [r, g, b, a]: Colour): Colour =>
  walk.pdfium.call.FPDFPageObj_HasTransparency(object) ? [r, g, b, Math.min(a, 254)] : [r, g, b, a];

/** The bounding box of an object's clip, on the page as seen. */
function clipBox(walk: Walk, object: number, matrix: Matrix): Box {
  const { call } = walk.pdfium;
  const clip = call.FPDFPageObj_GetClipPath(object);
  const paths = clip ? Math.min(call.FPDFClipPath_CountPaths(clip), 64) : 0;
  let [left, top, right, bottom] = allOfIt;
  for (let path = 0; path < paths; path += 1) {
    const count = Math.min(call.FPDFClipPath_CountPathSegments(clip, path), 256);
    const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let index = 0; index < count; index += 1) {
      const [x, y] = segmentPoint(walk, call.FPDFClipPath_GetPathSegment(clip, path, index));
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
    if (count === 0 || count === 256) continue;
    const seen = applyToBox(matrix, bounds);
    left = Math.max(left, seen[0]);
    top = Math.max(top, seen[1]);
    right = Math.min(right, seen[2]);
    bottom = Math.min(bottom, seen[3]);
  }
  return [left, top, right, bottom];
}

function segmentPoint(walk: Walk, segment: number): readonly [number, number] {
  const p = walk.scratch.address;
  walk.pdfium.call.FPDFPathSegment_GetPoint(segment, p, p + 4);
  const floats = walk.pdfium.floats();
  return [floats[p >> 2] ?? 0, floats[(p >> 2) + 1] ?? 0];
}

function subpathsOf(walk: Walk, object: number): Subpath[] {
  const { call } = walk.pdfium;
  const count = call.FPDFPath_CountSegments(object);
  const subpaths: Subpath[] = [];
  let current: Subpath | undefined;
  for (let index = 0; index < count; index += 1) {
    const segment = call.FPDFPath_GetPathSegment(object, index);
    const kind = call.FPDFPathSegment_GetType(segment);
    if (!current || kind === pathPoint.move) {
      current = { points: [], closed: false, curved: false };
      subpaths.push(current);
    }
    if (kind === pathPoint.curve) current.curved = true;
    current.points.push(segmentPoint(walk, segment));
    if (call.FPDFPathSegment_GetClose(segment)) current.closed = true;
  }
  walk.points += count;
  return subpaths;
}

function readPath(walk: Walk, object: number, matrix: Matrix): void {
  const { pdfium, scratch, found } = walk;
  const { call } = pdfium;
  const p = scratch.address;
  call.FPDFPath_GetDrawMode(object, p, p + 4);
  const [fillMode = 0, stroked = 0] = pdfium.integers().subarray(p >> 2, (p >> 2) + 2);
  if (!fillMode && !stroked) return;
  const width = call.FPDFPageObj_GetStrokeWidth(object, p) ? (pdfium.floats()[p >> 2] ?? 1) : 1;
  const paint = {
    ...(stroked ? { stroke: { colour: strokeColour(walk, object), width } } : {}),
    ...(fillMode ? { fill: { colour: seenThrough(walk, object, fillColour(walk, object)) } } : {}),
    clip: clipBox(walk, object, matrix),
    order: walk.order,
  };
  call.FPDFPageObj_GetMatrix(object, p);
  const own = multiply(readMatrix(pdfium, p), matrix);
  const shapes = paintedShapes(subpathsOf(walk, object), own, paint);
  for (const segment of shapes.segments) found.segments.push(segment);
  for (const fill of shapes.fills) found.fills.push(fill);
  for (const box of shapes.unknown) found.unknown.push({ box, order: walk.order });
}

function seenBounds(walk: Walk, object: number, matrix: Matrix): PlacedImage | undefined {
  const { call } = walk.pdfium;
  const bounds = boxOf(walk.pdfium, walk.scratch, (...p) => call.FPDFPageObj_GetBounds(object, ...p));
  if (!bounds) return undefined;
  const clip = clipBox(walk, object, matrix);
  const [left, top, right, bottom] = applyToBox(matrix, bounds);
  const box: Box = [
    Math.max(left, clip[0]),
    Math.max(top, clip[1]),
    Math.min(right, clip[2]),
    Math.min(bottom, clip[3]),
  ];
  return box[0] < box[2] && box[1] < box[3] ? { box, order: walk.order } : undefined;
}

function readText(walk: Walk, object: number, matrix: Matrix): void {
  walk.found.texts.set(object, {
    order: walk.order,
    clip: clipBox(walk, object, matrix),
    mode: walk.pdfium.call.FPDFTextObj_GetTextRenderMode(object),
    fill: fillColour(walk, object),
    stroke: strokeColour(walk, object),
    matrix,
  });
}

function visit(walk: Walk, object: number, matrix: Matrix, depth: number): void {
  const { call } = walk.pdfium;
  if (walk.order >= maxObjectsPerPage || walk.points >= maxPathPointsPerPage) {
    walk.found.truncated = true;
    return;
  }
  walk.order += 1;
  const kind = call.FPDFPageObj_GetType(object);
  if (kind === kinds.path) readPath(walk, object, matrix);
  else if (kind === kinds.text) readText(walk, object, matrix);
  else if (kind === kinds.image || kind === kinds.shading) {
    const seen = seenBounds(walk, object, matrix);
    if (seen && kind === kinds.image) walk.found.images.push({ ...seen, object });
    else if (seen) walk.found.unknown.push(seen);
  } else if (kind === kinds.form && depth < maxFormDepth) {
    const p = walk.scratch.address;
    call.FPDFPageObj_GetMatrix(object, p);
    const inner = multiply(readMatrix(walk.pdfium, p), matrix);
    const count = call.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index += 1)
      visit(walk, call.FPDFFormObj_GetObject(object, index), inner, depth + 1);
  }
}

/** Lines, rectangles, pictures and the paint of every text object of a page, in painting order. */
export function readObjects(pdfium: Pdfium, page: number, matrix: Matrix, scratch: Scratch): PageObjects {
  const found: PageObjects = {
    segments: [],
    fills: [],
    images: [],
    unknown: [],
    texts: new Map(),
    truncated: false,
  };
  const walk: Walk = { pdfium, scratch, found, order: 0, points: 0 };
  const count = pdfium.call.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index += 1)
    visit(walk, pdfium.call.FPDFPage_GetObject(page, index), matrix, 0);
  return found;
}

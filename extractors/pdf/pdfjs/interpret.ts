import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../model/place.ts';
import type { Fill, PlacedImage, Segment } from '../../layout/page-content.ts';
import { applyToBox, type Matrix, multiply } from '../matrix.ts';
import { maxGlyphsPerPage, maxObjectsPerPage, maxPathPointsPerPage } from '../pdf-reader.ts';
import { paintedShapes, type Subpath } from '../shapes.ts';
import { type PaintedGlyph, showText, type TextRun } from './glyphs.ts';
import { colourOf, type Font, type GraphicsState, initialState, newPen, type TextPen } from './state.ts';

export type Interpreted = {
  readonly glyphs: PaintedGlyph[];
  readonly segments: Segment[];
  readonly fills: Fill[];
  readonly images: PlacedImage[];
  readonly unknown: PlacedImage[];
  truncated: boolean;
};

type Machine = {
  state: GraphicsState;
  pen: TextPen;
  pendingClip: boolean;
  order: number;
  points: number;
  spaceBefore: boolean;
  readonly stack: GraphicsState[];
  readonly found: Interpreted;
  readonly fontOf: (name: string) => Font | undefined;
};

type Arguments = readonly unknown[];

const numberAt = (values: Arguments, index: number): number => {
  const value = values[index];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** Six numbers out of an array or a typed array. */
function matrixFrom(value: unknown): Matrix | undefined {
  const list =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<number>) : [];
  const [a, b, c, d, e, f] = list;
  if (list.length !== 6 || list.some((one) => typeof one !== 'number')) return undefined;
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

const intersect = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
];

/** Commands in a path's array: move, line, curve, quadratic curve, close, each followed by its coordinates. */
const command = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 };
const coordinates = [2, 2, 6, 4, 0];

function subpathsFrom(path: ArrayLike<number>): Subpath[] {
  const subpaths: Subpath[] = [];
  let current: Subpath | undefined;
  let index = 0;
  while (index < path.length) {
    const kind = path[index] ?? command.close;
    const count = coordinates[kind] ?? 0;
    index += 1 + count;
    if (kind === command.close) {
      if (current) current.closed = true;
      continue;
    }
    if (!current || kind === command.move) {
      current = { points: [], closed: false, curved: false };
      subpaths.push(current);
    }
    if (kind === command.curve || kind === command.quadratic) current.curved = true;
    current.points.push([path[index - 2] ?? 0, path[index - 1] ?? 0]);
  }
  return subpaths;
}

const fills: readonly number[] = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const strokes: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];

function boundsOf(value: unknown): Box | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(value as ArrayLike<number>);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function constructPath(machine: Machine, values: Arguments): void {
  const [operation, paths, bounds] = values;
  const { state } = machine;
  const path: unknown = Array.isArray(paths) ? paths[0] : undefined;
  const box = boundsOf(bounds);
  if (machine.pendingClip && box) {
    machine.state = { ...state, clip: intersect(state.clip, applyToBox(state.matrix, box)) };
    machine.pendingClip = false;
  }
  if (typeof operation !== 'number' || !ArrayBuffer.isView(path)) return;
  const numbers = path as Float32Array;
  machine.points += numbers.length;
  const isFilled = fills.includes(operation);
  const isStroked = strokes.includes(operation);
  if (!isFilled && !isStroked) return;
  const [r, g, b] = state.fill;
  const alpha = state.blended ? 254 : Math.round(state.fillAlpha * 255);
  const shapes = paintedShapes(subpathsFrom(numbers), state.matrix, {
    ...(isStroked
      ? {
          stroke: {
            colour: [state.stroke[0], state.stroke[1], state.stroke[2], Math.round(state.strokeAlpha * 255)],
            width: state.lineWidth,
          },
        }
      : {}),
    ...(isFilled ? { fill: { colour: [r, g, b, alpha] } } : {}),
    clip: state.clip,
    order: machine.order,
  });
  const { found } = machine;
  for (const segment of shapes.segments) found.segments.push(segment);
  for (const fill of shapes.fills) found.fills.push(fill);
  for (const unknown of shapes.unknown) found.unknown.push({ box: unknown, order: machine.order });
}

function placeArea(machine: Machine, area: Box, list: PlacedImage[]): void {
  const box = intersect(applyToBox(machine.state.matrix, area), machine.state.clip);
  if (box[0] < box[2] && box[1] < box[3]) list.push({ box, order: machine.order });
}

function setGraphicsState(machine: Machine, entries: unknown): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    const [key, value]: Arguments = Array.isArray(entry) ? entry : [];
    if (key === 'ca' && typeof value === 'number') machine.state = { ...machine.state, fillAlpha: value };
    else if (key === 'CA' && typeof value === 'number')
      machine.state = { ...machine.state, strokeAlpha: value };
    else if (key === 'LW' && typeof value === 'number')
      machine.state = { ...machine.state, lineWidth: value };
    else if (key === 'BM') machine.state = { ...machine.state, blended: value !== 'source-over' };
    else if (key === 'Font' && Array.isArray(value)) setFont(machine, value);
  }
}

function setFont(machine: Machine, [name, size]: Arguments): void {
  machine.state = {
    ...machine.state,
    font: typeof name === 'string' ? machine.fontOf(name) : undefined,
    fontSize: typeof size === 'number' ? size : 0,
  };
}

function moveText(machine: Machine, x: number, y: number): void {
  const { pen } = machine;
  pen.lineX += x;
  pen.lineY += y;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
}

function show(machine: Machine, values: Arguments): void {
  const shown = values[0];
  if (!Array.isArray(shown)) return;
  const { state, pen, order } = machine;
  const painted = {
    ...state,
    fill: withAlpha(state.fill, state.fillAlpha),
    stroke: withAlpha(state.stroke, state.strokeAlpha),
  };
  const run: TextRun = {
    state: painted,
    pen,
    order,
    found: machine.found.glyphs,
    spaceBefore: machine.spaceBefore,
  };
  showText(run, shown);
  machine.spaceBefore = run.spaceBefore;
}

const withAlpha = ([r, g, b]: GraphicsState['fill'], alpha: number): GraphicsState['fill'] => [
  r,
  g,
  b,
  Math.round(alpha * 255),
];

const save = (machine: Machine): void => {
  machine.stack.push(machine.state);
};

const restore = (machine: Machine): void => {
  machine.state = machine.stack.pop() ?? machine.state;
};

function beginForm(machine: Machine, [given, bounds]: Arguments): void {
  save(machine);
  const matrix = matrixFrom(given);
  if (matrix) machine.state = { ...machine.state, matrix: multiply(matrix, machine.state.matrix) };
  const box = boundsOf(bounds);
  if (box)
    machine.state = {
      ...machine.state,
      clip: intersect(machine.state.clip, applyToBox(machine.state.matrix, box)),
    };
}

const unitSquare: Box = [0, 0, 1, 1];

type Step = (machine: Machine, values: Arguments) => void;

const image: Step = (machine) => placeArea(machine, unitSquare, machine.found.images);
const set =
  (key: keyof GraphicsState): Step =>
  (machine, values) => {
    machine.state = { ...machine.state, [key]: numberAt(values, 0) };
  };
const pendClip: Step = (machine) => {
  machine.pendingClip = true;
};

const steps: Readonly<Record<number, Step>> = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.beginGroup]: save,
  [OPS.endGroup]: restore,
  [OPS.paintFormXObjectBegin]: beginForm,
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.transform]: (machine, values) => {
    const matrix = matrixFrom(values);
    if (matrix) machine.state = { ...machine.state, matrix: multiply(matrix, machine.state.matrix) };
  },
  [OPS.setGState]: (machine, values) => setGraphicsState(machine, values[0]),
  [OPS.setLineWidth]: set('lineWidth'),
  [OPS.setFillRGBColor]: (machine, values) => {
    machine.state = { ...machine.state, fill: colourOf(values[0], 1) };
  },
  [OPS.setStrokeRGBColor]: (machine, values) => {
    machine.state = { ...machine.state, stroke: colourOf(values[0], 1) };
  },
  [OPS.clip]: pendClip,
  [OPS.eoClip]: pendClip,
  [OPS.constructPath]: constructPath,
  [OPS.shadingFill]: (machine) => placeArea(machine, [-1e5, -1e5, 1e5, 1e5], machine.found.unknown),
  [OPS.paintImageXObject]: image,
  [OPS.paintInlineImageXObject]: image,
  [OPS.paintImageMaskXObject]: image,
  [OPS.paintSolidColorImageMask]: image,
  [OPS.beginText]: (machine) => {
    machine.pen = newPen();
  },
  [OPS.setFont]: setFont,
  [OPS.setCharSpacing]: set('charSpacing'),
  [OPS.setWordSpacing]: set('wordSpacing'),
  [OPS.setLeading]: set('leading'),
  [OPS.setTextRise]: set('rise'),
  [OPS.setTextRenderingMode]: set('mode'),
  [OPS.setHScale]: (machine, values) => {
    machine.state = { ...machine.state, horizontalScale: numberAt(values, 0) / 100 };
  },
  [OPS.setTextMatrix]: (machine, values) => {
    machine.pen = { ...newPen(), matrix: matrixFrom(values[0]) ?? matrixFrom(values) ?? newPen().matrix };
  },
  [OPS.moveText]: (machine, values) => moveText(machine, numberAt(values, 0), numberAt(values, 1)),
  [OPS.setLeadingMoveText]: (machine, values) => {
    machine.state = { ...machine.state, leading: -numberAt(values, 1) };
    moveText(machine, numberAt(values, 0), numberAt(values, 1));
  },
  [OPS.nextLine]: (machine) => moveText(machine, 0, -machine.state.leading),
  [OPS.showText]: show,
};

/** Follows a page's operator list and gathers what it paints, as the page is seen under `matrix`. */
export function interpret(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  matrix: Matrix,
  fontOf: (name: string) => Font | undefined,
): Interpreted {
  const found: Interpreted = {
    glyphs: [],
    segments: [],
    fills: [],
    images: [],
    unknown: [],
    truncated: false,
  };
  const machine: Machine = {
    state: initialState(matrix),
    pen: newPen(),
    pendingClip: false,
    order: 0,
    points: 0,
    spaceBefore: false,
    stack: [],
    found,
    fontOf,
  };
  for (const [index, operation] of list.fnArray.entries()) {
    machine.order += 1;
    if (
      index > 10 * maxObjectsPerPage ||
      machine.points > 3 * maxPathPointsPerPage ||
      found.glyphs.length > maxGlyphsPerPage
    ) {
      found.truncated = true;
      break;
    }
    const values = list.argsArray[index];
    steps[operation]?.(
      machine,
      Array.isArray(values) || ArrayBuffer.isView(values) ? Array.from(values as ArrayLike<unknown>) : [],
    );
  }
  return found;
}

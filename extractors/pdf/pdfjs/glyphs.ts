import type { Box } from '../../../model/place.ts';
import type { Direction, Glyph } from '../../layout/page-content.ts';
import { emBox } from '../em-box.ts';
import { apply, applyToBox, type Matrix, multiply } from '../matrix.ts';
import type { TextPaint } from '../visibility.ts';
import type { GraphicsState, TextPen } from './state.ts';

/** A glyph with what decides whether it is seen. */
export type PaintedGlyph = { readonly glyph: Glyph; readonly paint: TextPaint };

/** A glyph of a `showText` operation. */
type ShownGlyph = {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | undefined;
};

function isShownGlyph(value: unknown): value is ShownGlyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unicode' in value &&
    typeof value.unicode === 'string' &&
    'width' in value &&
    typeof value.width === 'number'
  );
}

function directionOf([a, b]: Matrix): Direction {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 'right' : 'left';
  return b > 0 ? 'down' : 'up';
}

/** Is the text no text: unmapped, of the private use area, or a control character? */
export function isUnmapped(text: string): boolean {
  return text === '' || /[\ufffd\p{Co}]/u.test(text);
}

const visibleSpace = /^[\s\p{Cc}\u200b\ufeff]*$/u;

export type TextRun = {
  readonly state: GraphicsState;
  readonly pen: TextPen;
  readonly order: number;
  readonly found: PaintedGlyph[];
  spaceBefore: boolean;
};

function place(run: TextRun, shown: ShownGlyph, advance: number): void {
  const { state, pen } = run;
  const size = Math.abs(state.fontSize);
  const matrix = multiply(pen.matrix, state.matrix);
  const direction = directionOf(matrix);
  const em = size * Math.hypot(matrix[2], matrix[3]);
  const ink: Box = applyToBox(matrix, [
    pen.x,
    pen.y - 0.2 * size,
    pen.x + advance,
    pen.y + state.rise + 0.8 * size,
  ]);
  const [, baseline] = apply(matrix, pen.x, pen.y + state.rise);
  const box =
    direction === 'right' && state.font?.vertical !== true
      ? emBox({ left: ink[0], right: ink[2], baseline, size: em, ink: () => ink })
      : ink;
  const letters = [...shown.unicode];
  letters.forEach((text, index) => {
    const step = (box[2] - box[0]) / letters.length;
    const part: Box =
      letters.length === 1 ? box : [box[0] + index * step, box[1], box[0] + (index + 1) * step, box[3]];
    run.found.push({
      glyph: {
        text,
        box: part,
        size: direction === 'right' ? box[3] - box[1] : em,
        direction,
        spaceBefore: run.spaceBefore,
      },
      paint: { order: run.order, clip: state.clip, mode: state.mode, fill: state.fill, stroke: state.stroke },
    });
    run.spaceBefore = false;
  });
}

/** Adds the glyphs of one `showText` operation and moves the pen behind them (ISO 32000-1, 9.4.4). */
export function showText(run: TextRun, shown: readonly unknown[]): void {
  const { state, pen } = run;
  const unit = state.fontSize * (state.font?.fontMatrix?.[0] ?? 0.001);
  const vertical = state.font?.vertical === true;
  for (const one of shown) {
    if (typeof one === 'number') {
      const shift = (-one * state.fontSize) / 1000;
      if (vertical) pen.y += shift;
      else pen.x += shift * state.horizontalScale;
      continue;
    }
    if (!isShownGlyph(one)) continue;
    const spacing = state.charSpacing + (one.isSpace ? state.wordSpacing : 0);
    const width = one.width * unit;
    if (visibleSpace.test(one.unicode) && one.unicode !== '') run.spaceBefore = true;
    else if (vertical) placeVertical(run, one);
    else place(run, one.unicode === '' ? { ...one, unicode: '\ufffd' } : one, width * state.horizontalScale);
    if (vertical) pen.y += (one.vmetric?.[0] ?? -1000) * unit - spacing;
    else pen.x += (width + spacing) * state.horizontalScale;
  }
}

/** Vertical writing: the glyph hangs centred below the pen; each one stands upright, so it reads as a stack. */
function placeVertical(run: TextRun, shown: ShownGlyph): void {
  const { state, pen } = run;
  const size = Math.abs(state.fontSize);
  const stacked: TextPen = { ...pen, x: pen.x - size / 2, y: pen.y - 0.8 * size };
  place({ ...run, pen: stacked, found: run.found }, shown, size);
  run.spaceBefore = false;
}

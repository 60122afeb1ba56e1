import type { Box } from '../../../model/place.ts';
import type { Colour } from '../../layout/page-content.ts';
import { identity, type Matrix } from '../matrix.ts';

/** What pdf.js knows of a font, as far as widths and positions need it. */
export type Font = {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
};

/** The graphics state of PDF (ISO 32000-1, 8.4 and 9.3), as far as visible text and lines depend on it. */
export type GraphicsState = {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly blended: boolean;
  readonly lineWidth: number;
  readonly font: Font | undefined;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
};

const black: Colour = [0, 0, 0, 255];

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: [-1e6, -1e6, 1e6, 1e6],
    fill: black,
    stroke: black,
    fillAlpha: 1,
    strokeAlpha: 1,
    blended: false,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Where text is shown: its matrix and the pen in it. */
export type TextPen = { matrix: Matrix; x: number; y: number; lineX: number; lineY: number };

export const newPen = (): TextPen => ({ matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 });

/** `#rrggbb` as a colour; black where it is a pattern or something else. */
export function colourOf(value: unknown, alpha: number): Colour {
  const digits = typeof value === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value) : null;
  const part = (index: number): number => Number.parseInt(digits?.[index] ?? '0', 16);
  return [part(1), part(2), part(3), Math.round(alpha * 255)];
}

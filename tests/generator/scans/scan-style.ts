import type { Random } from '../random.ts';
import type { Sheet } from '../writers/pdf/place-table.ts';
import { type Face, installedFaces } from './faces.ts';
import { measureIn } from './measure-face.ts';

/** How a form is printed before it is scanned. */
export type PrintStyle = {
  readonly face: Face;
  readonly sheet: Required<Sheet>;
  readonly lines: LineStyle;
  /** Width of the table's lines in points. */
  readonly lineWidth: number;
};

/**
 * `faint`: thin and grey; `broken`: with gaps as a worn copy has; `dotted`; `double`; `open`: none at the left and right end;
 * `horizontal`: no lines downwards; `none`.
 */
export type LineStyle = 'solid' | 'faint' | 'broken' | 'dotted' | 'double' | 'open' | 'horizontal' | 'none';

/** A4 on its side or upright, in the sizes of type that forms use. */
export function pickPrintStyle(
  random: Random,
  lines: LineStyle,
  faces: readonly Face[] = installedFaces(),
): PrintStyle {
  const face = random.pick(faces);
  const upright = random.chance(0.4);
  const size = random.pick(upright ? [7.5, 8, 9] : [8, 9, 9, 10.5]);
  return {
    face,
    lines,
    lineWidth: lines === 'faint' ? 0.35 : random.pick([0.5, 0.5, 0.75, 1]),
    sheet: {
      width: upright ? 595 : 842,
      height: upright ? 842 : 595,
      margin: random.integer(28, 48),
      size,
      leading: size * random.pick([1.2, 1.3, 1.45]),
      padding: random.pick([2.5, 3, 4]),
      measure: measureIn(face),
    },
  };
}

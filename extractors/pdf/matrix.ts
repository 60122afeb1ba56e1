import type { Box } from '../../model/place.ts';

/** An affine map `[a, b, c, d, e, f]` as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The upright rectangle around a rectangle's image. */
export function applyToBox(matrix: Matrix, box: Box): Box {
  const [x0, y0] = apply(matrix, box[0], box[1]);
  const [x1, y1] = apply(matrix, box[2], box[3]);
  const [x2, y2] = apply(matrix, box[0], box[3]);
  const [x3, y3] = apply(matrix, box[2], box[1]);
  return [
    Math.min(x0, x1, x2, x3),
    Math.min(y0, y1, y2, y3),
    Math.max(x0, x1, x2, x3),
    Math.max(y0, y1, y2, y3),
  ];
}

/** How much lengths grow under the map (the square root of its area factor). */
export function scaleOf(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}

/**
 * From PDF user space to the page as seen (origin top left, y downwards), for a visible box in user space and a rotation
 * in degrees clockwise (a multiple of 90).
 */
export function pageMatrix(visible: Box, rotation: number): Matrix {
  const [x0, y0, x1, y1] = visible;
  switch (((rotation % 360) + 360) % 360) {
    case 90:
      return [0, 1, 1, 0, -y0, -x0];
    case 180:
      return [-1, 0, 0, 1, x1, -y0];
    case 270:
      return [0, -1, -1, 0, y1, x1];
    default:
      return [1, 0, 0, -1, -x0, y1];
  }
}

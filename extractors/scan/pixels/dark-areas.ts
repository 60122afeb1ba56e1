import type { GreyImage, PixelBox } from './page-pixels.ts';
import { heightOf, widthOf } from './page-pixels.ts';
import { connectedAreas } from './raster-areas.ts';

/** Dark areas are looked for on a raster of squares of this many pixels. */
const square = 4;

/** Share of white below which a square is part of a dark area. */
const darkest = 0.6;

/** Inches; smaller areas are bold print. */
const smallest = { width: 0.35, height: 0.1 };

/** Share of its box that a filled area covers; the rest is the text on it. */
const filled = 0.4;

function darkRaster({ width, height, values }: GreyImage): {
  cells: Uint8Array;
  across: number;
  down: number;
} {
  const across = Math.floor(width / square);
  const down = Math.floor(height / square);
  const cells = new Uint8Array(across * down);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      let sum = 0;
      for (let y = row * square; y < (row + 1) * square; y += 1)
        for (let x = column * square; x < (column + 1) * square; x += 1) sum += values[y * width + x] ?? 0;
      cells[row * across + column] = sum < darkest * 255 * square * square ? 1 : 0;
    }
  return { cells, across, down };
}

/** Only squares between dark squares: what is left of it is no line. */
function eroded(cells: Uint8Array, across: number): Uint8Array {
  const isDark = (index: number): boolean => cells[index] === 1;
  return cells.map((cell, index) =>
    cell === 1 && isDark(index - 1) && isDark(index + 1) && isDark(index - across) && isDark(index + across)
      ? 1
      : 0,
  );
}

/** The brightness that most of an area has. */
function groundOf({ width, values }: GreyImage, box: PixelBox): number {
  const counts = new Uint32Array(256);
  for (let y = box.top; y < box.bottom; y += 1)
    for (let x = box.left; x < box.right; x += 1) {
      const value = values[y * width + x] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  const half = (widthOf(box) * heightOf(box)) / 2;
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value] ?? 0;
    if (seen >= half) return value;
  }
  return 255;
}

/**
 * The page with its dark areas (head cells in white on blue) turned into dark print on white: what differs from the ground of
 * such an area is ink, be it lighter text or darker lines.
 */
export function liftDarkAreas(image: GreyImage, dotsPerInch: number): GreyImage {
  const { cells, across } = darkRaster(image);
  const values = image.values.slice();
  for (const { box: core, size } of connectedAreas(eroded(cells, across), across)) {
    const area = { left: core.left - 1, top: core.top - 1, right: core.right + 1, bottom: core.bottom + 1 };
    const wide = widthOf(area) * square;
    const tall = heightOf(area) * square;
    if (wide < smallest.width * dotsPerInch || tall < smallest.height * dotsPerInch) continue;
    if (size < filled * widthOf(area) * heightOf(area)) continue;
    const box = {
      left: Math.max(0, (area.left - 1) * square),
      top: Math.max(0, (area.top - 1) * square),
      right: Math.min(image.width, (area.right + 1) * square),
      bottom: Math.min(image.height, (area.bottom + 1) * square),
    };
    const ground = groundOf(image, box);
    const range = Math.max(ground, 255 - ground, 1);
    for (let y = box.top; y < box.bottom; y += 1)
      for (let x = box.left; x < box.right; x += 1) {
        const at = y * image.width + x;
        const inside =
          x >= area.left * square &&
          x < area.right * square &&
          y >= area.top * square &&
          y < area.bottom * square;
        const value = image.values[at] ?? 255;
        // At the rim the page's own white begins; only what is darker than the ground is a line there.
        const apart = inside ? Math.abs(value - ground) : Math.max(0, ground - value);
        values[at] = 255 - Math.round((255 * apart) / range);
      }
  }
  return { ...image, values };
}

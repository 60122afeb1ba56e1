import type { PagePixels, PixelBox } from './page-pixels.ts';
import { connectedAreas } from './raster-areas.ts';

/** Seals are looked for on a raster of squares of this many pixels. */
const square = 4;

/** Share of a square's pixels that must be red. */
const redShare = 0.25;

/** Inches: official seals measure 30 to 50 mm, printed characters less than 10 mm. */
const smallestSeal = 0.55;

/** Share of the page beyond which red is the colour of the paper. */
const largestSeal = 0.5;

function isRed(red: number, green: number, blue: number): boolean {
  return red - Math.min(green, blue) > 45 && red >= green && red >= blue && red - green > 25;
}

/** A raster cell is 1 where enough of its pixels are red. */
function redRaster({ width, height, values }: PagePixels): {
  cells: Uint8Array;
  across: number;
  down: number;
} {
  const across = Math.ceil(width / square);
  const down = Math.ceil(height / square);
  const counts = new Uint8Array(across * down);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / square) * across;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      if (!isRed(values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0)) continue;
      const cell = row + Math.floor(x / square);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const least = redShare * square * square;
  return { cells: counts.map((count) => (count >= least ? 1 : 0)), across, down };
}

/** The boxes of red areas that are as large as a seal. */
export function findSeals(pixels: PagePixels): readonly PixelBox[] {
  const { cells, across, down } = redRaster(pixels);
  const least = (smallestSeal * pixels.dotsPerInch) / square;
  const found: PixelBox[] = [];
  for (const { box } of connectedAreas(cells, across)) {
    const wide = box.right - box.left;
    const tall = box.bottom - box.top;
    if (Math.min(wide, tall) < least || wide * tall > largestSeal * across * down) continue;
    found.push({
      left: Math.max(0, (box.left - 1) * square),
      top: Math.max(0, (box.top - 1) * square),
      right: Math.min(pixels.width, (box.right + 1) * square),
      bottom: Math.min(pixels.height, (box.bottom + 1) * square),
    });
  }
  return found;
}

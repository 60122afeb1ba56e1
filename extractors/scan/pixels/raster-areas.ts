import type { PixelBox } from './page-pixels.ts';

/** A connected area of a raster: its box in raster squares and the number of squares it has. */
export type RasterArea = { readonly box: PixelBox; readonly size: number };

/** The connected areas (8 neighbours) of the squares that are 1; the raster has `across` squares in a row. */
export function connectedAreas(raster: Uint8Array, across: number): readonly RasterArea[] {
  const open = raster.slice();
  const found: RasterArea[] = [];
  for (let start = 0; start < open.length; start += 1)
    if (open[start] === 1) found.push(flood(open, across, start));
  return found;
}

/** Clears the area that a square belongs to. */
function flood(open: Uint8Array, across: number, start: number): RasterArea {
  const next = [start];
  open[start] = 0;
  let [left, top, right, bottom, size] = [across, open.length, 0, 0, 0];
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    const x = index % across;
    const y = (index - x) / across;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
    size += 1;
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) {
        const neighbour = index + dy * across + dx;
        if (x + dx < 0 || x + dx >= across || open[neighbour] !== 1) continue;
        open[neighbour] = 0;
        next.push(neighbour);
      }
  }
  return { box: { left, top, right, bottom }, size };
}

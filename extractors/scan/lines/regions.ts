import type { RuledCell, RuledTable } from '../geometry/ruled-cells.ts';
import type { PixelBox } from '../pixels/page-pixels.ts';

/** A part of the page in which text is looked for: a ruled cell, or an area without rulings. */
export type Region = { readonly box: PixelBox; readonly cell?: RuledCell };

type Band = { readonly top: number; readonly bottom: number };

function mergedBands(tables: readonly RuledTable[]): readonly Band[] {
  const bands: Band[] = [];
  for (const { box } of tables.toSorted((a, b) => a.box.top - b.box.top)) {
    const last = bands.at(-1);
    if (last && box.top <= last.bottom)
      bands[bands.length - 1] = { top: last.top, bottom: Math.max(last.bottom, box.bottom) };
    else bands.push({ top: box.top, bottom: box.bottom });
  }
  return bands;
}

/** The cells, what lies above, between and below the tables over the whole width, and what lies beside them. */
export function findRegions(
  page: { readonly width: number; readonly height: number },
  cells: readonly RuledCell[],
  tables: readonly RuledTable[],
): readonly Region[] {
  const regions: Region[] = cells.map((cell) => ({ box: cell.box, cell }));
  let top = 0;
  const open = (box: PixelBox): void => {
    if (box.right - box.left > 2 && box.bottom - box.top > 2) regions.push({ box });
  };
  for (const band of mergedBands(tables)) {
    open({ left: 0, top, right: page.width, bottom: band.top });
    const inside = tables.filter(({ box }) => box.top < band.bottom && box.bottom > band.top);
    open({
      left: 0,
      top: band.top,
      right: Math.min(...inside.map(({ box }) => box.left)),
      bottom: band.bottom,
    });
    open({
      left: Math.max(...inside.map(({ box }) => box.right)),
      top: band.top,
      right: page.width,
      bottom: band.bottom,
    });
    top = band.bottom;
  }
  open({ left: 0, top, right: page.width, bottom: page.height });
  return regions;
}

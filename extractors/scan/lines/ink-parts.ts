import type { Mask, PixelBox } from '../pixels/page-pixels.ts';

/** A connected piece of ink; `area` in pixels. */
export type InkPart = PixelBox & { readonly area: number };

/** Connected ink with the way to wipe a part out of a mask. */
export type InkParts = {
  readonly parts: readonly InkPart[];
  /** The mask with only the parts that are kept. */
  readonly keep: (kept: ReadonlySet<InkPart>) => Mask;
};

/** The connected pieces of ink of a mask (8 neighbours), by runs. */
export function findInkParts({ width, height, values }: Mask): InkParts {
  const rows: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const parent: number[] = [];
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      const up = parent[at] ?? at;
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  let before = 0;
  let beforeEnd = 0;
  for (let y = 0; y < height; y += 1) {
    const first = rows.length;
    let above = before;
    for (let x = 0; x < width; x += 1) {
      if (values[y * width + x] !== 1) continue;
      const start = x;
      while (x < width && values[y * width + x] === 1) x += 1;
      const index = rows.length;
      rows.push(y);
      starts.push(start);
      ends.push(x);
      parent.push(index);
      while (above < beforeEnd && (ends[above] ?? 0) < start) above += 1;
      for (let other = above; other < beforeEnd && (starts[other] ?? 0) <= x; other += 1)
        parent[root(other)] = root(index);
    }
    before = first;
    beforeEnd = rows.length;
  }
  const byRoot = new Map<
    number,
    { left: number; top: number; right: number; bottom: number; area: number }
  >();
  for (let index = 0; index < rows.length; index += 1) {
    const [y, start, end] = [rows[index] ?? 0, starts[index] ?? 0, ends[index] ?? 0];
    const key = root(index);
    const part = byRoot.get(key);
    if (!part) byRoot.set(key, { left: start, top: y, right: end, bottom: y + 1, area: end - start });
    else {
      part.left = Math.min(part.left, start);
      part.right = Math.max(part.right, end);
      part.bottom = y + 1;
      part.area += end - start;
    }
  }
  const keep = (kept: ReadonlySet<InkPart>): Mask => {
    const clean = new Uint8Array(width * height);
    for (let index = 0; index < rows.length; index += 1) {
      const part = byRoot.get(root(index));
      if (!part || !kept.has(part)) continue;
      const row = (rows[index] ?? 0) * width;
      clean.fill(1, row + (starts[index] ?? 0), row + (ends[index] ?? 0));
    }
    return { width, height, values: clean };
  };
  return { parts: [...byRoot.values()], keep };
}

import { greatest } from './extremes.ts';
import type { Ruling } from './rulings.ts';

/** Lines that cross or touch one another, directly or through others. */
export type Component = { readonly horizontals: readonly Ruling[]; readonly verticals: readonly Ruling[] };

/** Do the lines cross or touch, where both may fall short by `tolerance` points? */
export function touches(horizontal: Ruling, vertical: Ruling, tolerance: number): boolean {
  const slack = tolerance + Math.max(horizontal.width, vertical.width) / 2;
  return (
    vertical.at >= horizontal.from - slack &&
    vertical.at <= horizontal.to + slack &&
    horizontal.at >= vertical.from - slack &&
    horizontal.at <= vertical.to + slack
  );
}

/** Groups lines that touch; lines that touch none are left out. */
export function findComponents(
  horizontals: readonly Ruling[],
  verticals: readonly Ruling[],
  tolerance: number,
): readonly Component[] {
  const parent = [...horizontals, ...verticals].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const order = verticals
    .map((vertical, index) => ({ vertical, index }))
    .toSorted((a, b) => a.vertical.at - b.vertical.at);
  const widest = greatest([0, ...horizontals.map((r) => r.width), ...verticals.map((r) => r.width)]);
  horizontals.forEach((horizontal, index) => {
    for (const { vertical, index: other } of order) {
      if (vertical.at < horizontal.from - tolerance - widest) continue;
      if (vertical.at > horizontal.to + tolerance + widest) break;
      if (touches(horizontal, vertical, tolerance)) parent[root(index)] = root(horizontals.length + other);
    }
  });
  const groups = new Map<number, { horizontals: Ruling[]; verticals: Ruling[] }>();
  const groupOf = (index: number) => {
    const key = root(index);
    const group = groups.get(key) ?? { horizontals: [], verticals: [] };
    groups.set(key, group);
    return group;
  };
  horizontals.forEach((ruling, index) => {
    groupOf(index).horizontals.push(ruling);
  });
  verticals.forEach((ruling, index) => {
    groupOf(horizontals.length + index).verticals.push(ruling);
  });
  return [...groups.values()].filter((group) => group.horizontals.length > 0 && group.verticals.length > 0);
}

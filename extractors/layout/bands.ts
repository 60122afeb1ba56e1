import type { Axis, Ruling } from './rulings.ts';

/** Points; the least gap that is bridged between two pieces of one line, and the shortest line that counts. */
const shortest = 3;

/** Dots and dashes may leave gaps of this many line widths. */
const gapInWidths = 2;

function clusterByPosition(rulings: readonly Ruling[], tolerance: number): readonly (readonly Ruling[])[] {
  const sorted = rulings.toSorted((a, b) => a.at - b.at);
  const clusters: Ruling[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const ruling of sorted) {
    const current = clusters.at(-1);
    if (current && ruling.at - start <= tolerance) current.push(ruling);
    else {
      clusters.push([ruling]);
      start = ruling.at;
    }
  }
  return clusters;
}

function joinAlong(cluster: readonly Ruling[]): readonly Ruling[] {
  const joined: Ruling[] = [];
  for (const ruling of cluster.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    const reach = last ? last.to + Math.max(shortest, gapInWidths * Math.min(last.width, ruling.width)) : 0;
    if (!last || ruling.from > reach) {
      joined.push(ruling);
      continue;
    }
    const weight = last.to - last.from;
    const added = Math.max(ruling.to - ruling.from, 0.01);
    joined[joined.length - 1] = {
      axis: last.axis,
      at: (last.at * weight + ruling.at * added) / (weight + added),
      from: last.from,
      to: Math.max(last.to, ruling.to),
      width: Math.max(last.width, ruling.width),
    };
  }
  return joined;
}

/**
 * The lines of one axis with double rules made one and pieces joined; what stays shorter than {@link shortest} points is
 * dropped. `tolerance` in points: two lines closer than that cannot hold text between them.
 */
export function joinRulings(rulings: readonly Ruling[], axis: Axis, tolerance: number): readonly Ruling[] {
  return clusterByPosition(
    rulings.filter((ruling) => ruling.axis === axis),
    tolerance,
  )
    .flatMap(joinAlong)
    .filter((ruling) => ruling.to - ruling.from >= shortest);
}

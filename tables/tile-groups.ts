import { toUnits } from './exact-sum.ts';
import { type IndicatorRow, nameOf } from './indicator-row.ts';
import { mentionPoints } from './mention-points.ts';

/** A level as one row prints it, with its points. */
type Mention = {
  readonly name: string;
  readonly level: number;
  readonly points: bigint;
  readonly row: number;
};

/** What a mention costs that stands outside the rows that its points make up, per row of distance. */
const distanceCost = 1;
/** What it costs to leave a mention out (it may be printed twice). */
const skipCost = 3;
const mostMentions = 24;

/**
 * Where the cells of the levels have moved, their points still say which rows they hold: consecutive rows whose points
 * sum to those of a level. Gives the two levels above every row, or nothing when no tiling of the whole table fits exactly.
 */
export function tileGroups(rows: readonly IndicatorRow[]): readonly (readonly string[])[] | undefined {
  if (rows.some(({ points }) => points === undefined)) return undefined;
  if (rows.some(({ groups }) => groups.some((mention) => mention.name && !mentionPoints(mention))))
    return undefined;
  const points = rows.map((row) => toUnits(row.points?.value ?? '0'));
  const mentions = rows.flatMap((row, index) => mentionsOf(row, index));
  if (mentions.length < 2 || mentions.length > mostMentions || mentions.some(({ level }) => level > 2))
    return undefined;
  const outer = mentions.filter(({ level }) => level === 1);
  const whole = total(points);
  for (const levels of outerLevels(outer, whole)) {
    const inner = mentions.filter((mention) => !levels.includes(mention));
    const above = tile(points, inner);
    const first = tile(points, levels);
    if (first === undefined) continue;
    if (above === undefined && inner.length > 0) continue;
    return rows.map((_, index) => [first[index] ?? '', ...(above ? [above[index] ?? ''] : [])]);
  }
  return undefined;
}

function mentionsOf(row: IndicatorRow, index: number): readonly Mention[] {
  return row.groups.flatMap((mention) => {
    const printed = mentionPoints(mention);
    return mention.name && printed
      ? [
          {
            name: nameOf(mention.name.cell.text),
            level: mention.level,
            points: toUnits(printed.value),
            row: index,
          },
        ]
      : [];
  });
}

/** Sets of first-level mentions whose points make up the whole table, the larger levels first. */
function outerLevels(mentions: readonly Mention[], whole: bigint): readonly (readonly Mention[])[] {
  const found: (readonly Mention[])[] = [];
  const walk = (from: number, left: bigint, chosen: readonly Mention[]): void => {
    if (left === 0n) found.push(chosen);
    if (left <= 0n || chosen.length >= 6) return;
    for (let index = from; index < mentions.length; index += 1) {
      const mention = mentions[index];
      if (mention && mention.points <= left) walk(index + 1, left - mention.points, [...chosen, mention]);
    }
  };
  walk(0, whole, []);
  return found.sort((left, right) => left.length - right.length);
}

/**
 * Cuts the rows into runs whose points are exactly those of one mention each, mentions in printed order; the cheapest
 * such tiling by how far mentions stand from their runs.
 */
function tile(points: readonly bigint[], mentions: readonly Mention[]): readonly string[] | undefined {
  const size = points.length;
  type Cut = { readonly cost: number; readonly names: readonly string[] };
  // best[m].get(r): the cheapest tiling of the first r rows by some of the first m mentions.
  let best = new Map<number, Cut>([[0, { cost: 0, names: [] }]]);
  for (const mention of mentions) {
    const next = new Map<number, Cut>();
    const offer = (row: number, cut: Cut): void => {
      if (cut.cost < (next.get(row)?.cost ?? Number.POSITIVE_INFINITY)) next.set(row, cut);
    };
    for (const [row, cut] of best) {
      offer(row, { cost: cut.cost + skipCost, names: cut.names });
      let sum = 0n;
      for (let end = row; end < size && sum < mention.points; end += 1) {
        sum += points[end] ?? 0n;
        if (sum !== mention.points) continue;
        const length = end + 1 - row;
        const away = mention.row < row ? row - mention.row : Math.max(0, mention.row - end);
        const names = [...cut.names, ...Array.from({ length }, () => mention.name)];
        offer(end + 1, { cost: cut.cost + distanceCost * away, names });
      }
    }
    best = next;
  }
  return best.get(size)?.names;
}

function total(values: readonly bigint[]): bigint {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
}

import type { Box } from '../../model/place.ts';
import { type ChunkedLine, isFigure } from './chunks.ts';
import { greatest, least } from './extremes.ts';
import type { Ruling } from './rulings.ts';

/** Lines that may be a table without a full grid, top to bottom, with the rules that cross them. */
export type TextRegion = {
  readonly lines: readonly ChunkedLine[];
  /** Rules that reach over most of the region's width, top to bottom. */
  readonly fullRules: readonly Ruling[];
  /** Shorter rules inside: underlines of headings over several columns. */
  readonly partRules: readonly Ruling[];
};

/** Share of a region's width that a rule must cover to bound it. */
const fullWidth = 0.8;

/** Lines further apart than this many text heights belong to different regions. */
const farApart = 2.6;

/** How many lines of one chunk may follow one another inside a table (headings between groups of rows). */
const mostHeadings = 3;

const height = (line: ChunkedLine): number => line.box[3] - line.box[1];

/** Does the line have the look of a table row: several chunks, one of them a figure, or at least three? */
function isTabular(line: ChunkedLine): boolean {
  if (line.chunks.length >= 3) return true;
  return (
    line.chunks.length === 2 &&
    line.chunks.some((chunk, index) => index > 0 && (isFigure(chunk.text) || chunk.words.length <= 6))
  );
}

const widthOf = (box: Box): number => box[2] - box[0];

function boundsOf(lines: readonly ChunkedLine[]): Box {
  return [
    least(lines.map((line) => line.box[0])),
    least(lines.map((line) => line.box[1])),
    greatest(lines.map((line) => line.box[2])),
    greatest(lines.map((line) => line.box[3])),
  ];
}

/** A long line without gaps: running text. */
function isProse(line: ChunkedLine, block: Box): boolean {
  return line.chunks.length === 1 && widthOf(line.box) > 0.65 * widthOf(block);
}

function blocksOf(
  lines: readonly ChunkedLine[],
  rules: readonly Ruling[],
): readonly (readonly ChunkedLine[])[] {
  const blocks: ChunkedLine[][] = [];
  let block: ChunkedLine[] = [];
  let pending: ChunkedLine[] = [];
  const close = (): void => {
    if (block.length > 0) blocks.push(block);
    block = [];
    pending = [];
  };
  for (const line of lines) {
    const last = pending.at(-1) ?? block.at(-1);
    if (last && line.box[1] - last.box[3] > farApart * Math.max(height(line), height(last))) {
      const ruled = rules.some((rule) => rule.at > last.box[3] - 2 && rule.at < line.box[1] + 2);
      if (!ruled || line.box[1] - last.box[3] > 2 * farApart * height(line)) close();
    }
    if (isTabular(line)) {
      block.push(...pending, line);
      pending = [];
    } else if (block.length > 0) {
      if (isProse(line, boundsOf(block)) || pending.length >= mostHeadings) close();
      else pending.push(line);
    }
  }
  close();
  return blocks;
}

const overlap = (one: readonly [number, number], other: readonly [number, number]): number =>
  Math.min(one[1], other[1]) - Math.max(one[0], other[0]);

const middleOf = (line: ChunkedLine): number => (line.box[1] + line.box[3]) / 2;

/** Points over which headings may stand above the first row and still belong to the rule above them, in text heights. */
const headReach = 12;

/** Extends a block to the rules around it and cuts what stands outside them. */
function boundByRules(
  block: readonly ChunkedLine[],
  lines: readonly ChunkedLine[],
  rules: readonly Ruling[],
): TextRegion {
  const box = boundsOf(block);
  const size = greatest(block.map(height));
  const across = (rule: Ruling): number => overlap([rule.from, rule.to], [box[0], box[2]]);
  const near = rules.filter(
    (rule) => rule.at > box[1] - headReach * size && rule.at < box[3] + 2 * size && across(rule) > 0,
  );
  const full = near
    .filter((rule) => across(rule) >= fullWidth * widthOf(box))
    .toSorted((a, b) => a.at - b.at);
  const reachable = full.filter(
    (rule) =>
      rule.at > box[1] - size ||
      lines
        .filter((line) => middleOf(line) > rule.at && middleOf(line) < box[1])
        .every((line) => !isProse(line, [rule.from, 0, rule.to, 0])),
  );
  const top = reachable[0];
  const bottom = reachable.at(-1);
  const inside = (line: ChunkedLine): boolean => {
    const y = middleOf(line);
    if (top && bottom && bottom.at - top.at > 2 * size && reachable.length >= 2) {
      const bodyBelow = block.filter((one) => middleOf(one) > bottom.at).length;
      const open = bodyBelow > 0.3 * block.length;
      return (
        y > top.at &&
        (y < bottom.at || (open && block.includes(line))) &&
        overlap([line.box[0], line.box[2]], [top.from - size, top.to + size]) > 0
      );
    }
    return block.includes(line);
  };
  const kept = lines.filter(inside);
  return {
    lines: kept,
    fullRules: reachable,
    partRules: near.filter((rule) => !full.includes(rule) && rule.at > box[1] - headReach * size),
  };
}

/** Runs of lines that look like rows, extended to the rules that bound them. */
export function findTextRegions(
  lines: readonly ChunkedLine[],
  rules: readonly Ruling[],
): readonly TextRegion[] {
  const used = new Set<ChunkedLine>();
  const regions: TextRegion[] = [];
  for (const block of blocksOf(lines, rules)) {
    if (block.some((line) => used.has(line))) continue;
    const region = boundByRules(
      block,
      lines.filter((line) => !used.has(line)),
      rules,
    );
    if (region.lines.length < 2) continue;
    for (const line of region.lines) used.add(line);
    regions.push(region);
  }
  return regions;
}

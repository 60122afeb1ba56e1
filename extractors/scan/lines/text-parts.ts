import type { PixelBox } from '../pixels/page-pixels.ts';
import { enclose, heightOf, widthOf } from '../pixels/page-pixels.ts';
import type { InkPart } from './ink-parts.ts';
import type { Region } from './regions.ts';

/** Inches from a cell's side within which a piece of ink is what erasing the line left over. */
const residue = 0.018;

/** Inches; text is not printed smaller or larger than that (3 and 30 points). */
const heights = { least: 0.042, most: 0.42 };

/** The usual height of a character on the page in pixels: the 80th percentile of the heights of ink (`design`: measured). */
export function characterHeight(parts: readonly InkPart[], dotsPerInch: number): number {
  const found = parts
    .map(heightOf)
    .filter((height) => height >= heights.least * dotsPerInch && height <= heights.most * dotsPerInch)
    .toSorted((a, b) => a - b);
  return found[Math.floor(0.8 * found.length)] ?? 0.13 * dotsPerInch;
}

function regionIndex(
  regions: readonly Region[],
  rowHeight: number,
): (x: number, y: number) => Region | undefined {
  const rows = new Map<number, Region[]>();
  for (const region of regions)
    for (
      let row = Math.floor(region.box.top / rowHeight);
      row <= Math.floor((region.box.bottom - 1) / rowHeight);
      row += 1
    ) {
      const list = rows.get(row);
      if (list) list.push(region);
      else rows.set(row, [region]);
    }
  const area = ({ box }: Region): number => widthOf(box) * heightOf(box);
  for (const list of rows.values()) list.sort((a, b) => area(a) - area(b));
  return (x, y) =>
    rows
      .get(Math.floor(y / rowHeight))
      ?.find(({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
}

function isResidue(part: InkPart, cell: PixelBox, dotsPerInch: number): boolean {
  const margin = Math.max(2, residue * dotsPerInch);
  const nearSide =
    part.right <= cell.left + margin ||
    part.left >= cell.right - margin ||
    part.bottom <= cell.top + margin ||
    part.top >= cell.bottom - margin;
  if (nearSide) return true;
  const touches =
    part.left <= cell.left + margin ||
    part.right >= cell.right - margin ||
    part.top <= cell.top + margin ||
    part.bottom >= cell.bottom - margin;
  const thin = Math.min(widthOf(part), heightOf(part)) <= dotsPerInch / 60;
  const long = Math.max(widthOf(part), heightOf(part)) >= 4 * Math.min(widthOf(part), heightOf(part));
  return touches && thin && long;
}

/** More specks in one region are dirt. */
const mostSpecks = 400;

/** How far a part may stand from another one and belong to the same character, in heights of a character. */
const speckReach = { across: 0.6, down: 0.4 };

/** The same for specks that are large enough for a comma at the head of a line, which stands further from its text. */
const markReach = { across: 0.9, down: 0.4 };
const pieceReach = 0.22;

/** A character that a bad copy broke into specks has at least so many, so high together and with so much ink. */
const brokenCharacter = { specks: 3, height: 0.45, ink: 0.05 };

function isNear(part: PixelBox, other: PixelBox, across: number, down: number): boolean {
  return (
    part.left < other.right + across &&
    part.right > other.left - across &&
    part.top < other.bottom + down &&
    part.bottom > other.top - down
  );
}

/** Specks that together make a character. */
function brokenCharacters(specks: readonly InkPart[], em: number): readonly InkPart[] {
  const left = new Set(specks);
  const kept: InkPart[] = [];
  for (const first of specks) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const part of group)
      for (const other of left)
        if (isNear(part, other, pieceReach * em, pieceReach * em)) {
          left.delete(other);
          group.push(other);
        }
    const ink = group.reduce((sum, { area }) => sum + area, 0);
    if (
      group.length >= brokenCharacter.specks &&
      heightOf(enclose(group)) >= brokenCharacter.height * em &&
      ink >= brokenCharacter.ink * em * em
    )
      kept.push(...group);
  }
  return kept;
}

/** Heights of a character: the least width of a dash, and the least size of a full stop. */
const leastAlone = 0.15;

const isLarge = (part: InkPart, em: number): boolean =>
  Math.max(widthOf(part), heightOf(part)) >= leastAlone * em;

/** Specks in a cell that may be printed although nothing stands near them: one dash, or one full stop below its text. */
function printedAlone(specks: readonly InkPart[], text: readonly InkPart[], em: number): readonly InkPart[] {
  const large = specks.filter((part) => isLarge(part, em));
  const [only, ...others] = large;
  if (!only || others.length > 0) return [];
  if (text.length === 0) return widthOf(only) >= 2 * heightOf(only) ? [only] : [];
  const isBelow = text.every(({ bottom }) => only.top > bottom);
  return isBelow && widthOf(only) <= 1.5 * heightOf(only) ? [only] : [];
}

/** Specks far from any larger ink are dust. Points and commas stand near their figures and stay. */
function withoutDust(parts: readonly InkPart[], em: number, region: Region): readonly InkPart[] {
  const isSpeck = (part: InkPart): boolean => Math.max(widthOf(part), heightOf(part)) < 0.28 * em;
  const larger = parts.filter((part) => !isSpeck(part));
  const specks = parts.filter(isSpeck);
  const broken = specks.length < mostSpecks ? brokenCharacters(specks, em) : [];
  const text = [...larger, ...broken];
  const held = new Set(text);
  const near = parts.filter((part) => {
    if (held.has(part)) return true;
    const { across, down } = isLarge(part, em) ? markReach : speckReach;
    return text.some((other) => isNear(part, other, across * em, down * em));
  });
  if (!region.cell) return near;
  const kept = new Set(near);
  const far = specks.filter((part) => !kept.has(part));
  return [...near, ...printedAlone(far, near, em)];
}

/** The pieces of ink of each region that may be text, by the centre of each piece. */
export function textParts(
  parts: readonly InkPart[],
  regions: readonly Region[],
  { em, dotsPerInch }: { readonly em: number; readonly dotsPerInch: number },
): ReadonlyMap<Region, readonly InkPart[]> {
  const find = regionIndex(regions, Math.max(8, 4 * em));
  const byRegion = new Map<Region, InkPart[]>();
  const dot = Math.max(1, (dotsPerInch / 200) ** 2);
  for (const part of parts) {
    if (part.area <= dot) continue;
    const region = find((part.left + part.right) / 2, (part.top + part.bottom) / 2);
    if (!region) continue;
    if (region.cell && isResidue(part, region.box, dotsPerInch)) continue;
    const list = byRegion.get(region);
    if (list) list.push(part);
    else byRegion.set(region, [part]);
  }
  return new Map([...byRegion].map(([region, held]) => [region, withoutDust(held, em, region)]));
}

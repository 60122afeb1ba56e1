import { findDrawnRules, rulesMask } from './geometry/drawn-rules.ts';
import { lostWalls } from './geometry/lost-walls.ts';
import { straighten } from './geometry/rotate.ts';
import type { DrawnRule } from './geometry/rule.ts';
import { findRuledCells, type RuledCell, type RuledTable } from './geometry/ruled-cells.ts';
import { findSkew } from './geometry/skew.ts';
import { findLines, type InkLine } from './lines/find-lines.ts';
import type { InkPart } from './lines/ink-parts.ts';
import type { FlatImage } from './lines/line-image.ts';
import { findRegions } from './lines/regions.ts';
import { liftDarkAreas } from './pixels/dark-areas.ts';
import { type FlatPage, flattenPage } from './pixels/flatten.ts';
import { inkDepth } from './pixels/ink-depth.ts';
import { inkMask } from './pixels/mask.ts';
import type { GreyImage, Mask } from './pixels/page-pixels.ts';
import { heightOf, widthOf } from './pixels/page-pixels.ts';
import { soften } from './pixels/soften.ts';

/** A page made white and straight, with its drawn lines, cells and lines of text in pixels. */
export type StraightPage = {
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
  /** Degrees by which the page was turned back. */
  readonly skew: number;
  /** Standard deviation of the paper, in steps of 255. */
  readonly noise: number;
  readonly bilevel: boolean;
  /** How dark the cores of characters are, in steps of 255. */
  readonly depth: number;
  readonly flat: FlatImage;
  readonly rules: readonly DrawnRule[];
  readonly cells: readonly RuledCell[];
  readonly lines: readonly InkLine[];
  /** Usual height of a character in pixels. */
  readonly em: number;
};

/** Inches; smaller frames are strokes of large characters. */
const smallestTable = { width: 0.9, height: 0.25 };

/** Inches; a shorter line outside tables may be a stroke. */
const shortestRule = 0.9;

function isTable({ box }: RuledTable, dotsPerInch: number): boolean {
  return (
    widthOf(box) >= smallestTable.width * dotsPerInch && heightOf(box) >= smallestTable.height * dotsPerInch
  );
}

function withoutMask(ink: Mask, wiped: Mask): Mask {
  const values = ink.values.slice();
  for (let index = 0; index < values.length; index += 1) if (wiped.values[index] === 1) values[index] = 0;
  return { width: ink.width, height: ink.height, values };
}

/** Lines that belong to a table or are too long for a stroke. */
function realRules(
  rules: readonly DrawnRule[],
  tables: readonly RuledTable[],
  dotsPerInch: number,
): readonly DrawnRule[] {
  const margin = 0.06 * dotsPerInch;
  return rules.filter((rule) => {
    if (rule.to - rule.from >= shortestRule * dotsPerInch) return true;
    const [x0, x1, y0, y1] =
      rule.axis === 'horizontal'
        ? [rule.from, rule.to, rule.at, rule.at]
        : [rule.at, rule.at, rule.from, rule.to];
    return tables.some(
      ({ box }) =>
        x0 >= box.left - margin &&
        x1 <= box.right + margin &&
        y0 >= box.top - margin &&
        y1 <= box.bottom + margin,
    );
  });
}

/** Fewer cells than this are no table: its lines may be paler than its text. */
const fewestCells = 4;

/** Drawn lines and their cells; pale lines only where dark ones make no table, for they bring strokes of text along. */
function findLinesAndCells(
  image: GreyImage,
  flat: FlatPage,
  dotsPerInch: number,
): { readonly drawn: readonly DrawnRule[]; readonly all: ReturnType<typeof findRuledCells> } {
  const [dark, pale] = [flat.inkBelow, flat.lineBelow].map((below) => () => {
    const drawn = findDrawnRules(inkMask(image, below), dotsPerInch);
    return { drawn, all: findRuledCells(drawn, 72 / dotsPerInch) };
  });
  const found = dark?.() ?? { drawn: [], all: { cells: [], tables: [] } };
  return found.all.cells.length >= fewestCells ? found : (pale?.() ?? found);
}

type Structure = Pick<StraightPage, 'rules' | 'cells' | 'lines' | 'em'> & { readonly wiped: Mask };

/** The cells that some lines make, and the text in and around them. */
function structureOf(
  drawn: readonly DrawnRule[],
  all: ReturnType<typeof findRuledCells>,
  { image, ink, dotsPerInch }: { image: GreyImage; ink: Mask; dotsPerInch: number },
): Structure {
  const tables = all.tables.filter((table) => isTable(table, dotsPerInch));
  const cells = all.cells.filter((cell) => tables.includes(all.tables[cell.table] ?? { box: cell.box }));
  const rules = realRules(drawn, tables, dotsPerInch);
  const wiped = rulesMask(ink, rules);
  const regions = findRegions(image, cells, tables);
  return { rules, cells, wiped, ...findLines(withoutMask(ink, wiped), regions, dotsPerInch) };
}

/** Flattens and straightens a page and finds its lines, cells and text lines. */
export function straightenPage(grey: GreyImage, dotsPerInch: number): StraightPage {
  const flat = flattenPage(liftDarkAreas(grey, dotsPerInch), dotsPerInch);
  const skew = findSkew(inkMask(flat.image, flat.inkBelow));
  const image = straighten(flat.image, skew);
  const task = { image, ink: inkMask(image, flat.inkBelow), dotsPerInch };
  const { drawn, all } = findLinesAndCells(image, flat, dotsPerInch);
  const first = structureOf(drawn, all, task);
  const walls = lostWalls(textsOf(first), first.em);
  const standing = [...drawn, ...walls];
  const { rules, cells, lines, em, wiped } =
    walls.length === 0 ? first : structureOf(standing, findRuledCells(standing, 72 / dotsPerInch), task);
  return {
    width: image.width,
    height: image.height,
    dotsPerInch,
    skew,
    noise: flat.noise,
    bilevel: flat.bilevel,
    depth: inkDepth(
      image,
      lines.flatMap(({ parts }) => parts),
      em,
    ),
    flat: { image: flat.bilevel ? soften(image) : image, rules: wiped },
    rules,
    cells,
    lines,
    em,
  };
}

/** Each cell with the ink of its lines. */
function textsOf({ cells, lines }: Structure): readonly { cell: RuledCell; parts: readonly InkPart[] }[] {
  const byCell = new Map<RuledCell, InkPart[]>(cells.map((cell) => [cell, []]));
  for (const { region, parts } of lines) if (region.cell) byCell.get(region.cell)?.push(...parts);
  return [...byCell].map(([cell, parts]) => ({ cell, parts }));
}

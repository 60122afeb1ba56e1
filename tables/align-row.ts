import type { ColumnRole } from '../model/column-role.ts';
import { type Alignment, alignCells, type Pricing } from './align-cells.ts';
import { type CellTraits, describeCell } from './cell-traits.ts';
import type { RowLine } from './line.ts';
import type { Column, Header } from './recognize-header.ts';
import { typeCost } from './type-cost.ts';

/** A reading of an indicator row. `inherited` are the roles whose cell began in a row above. */
export type RowReading = Alignment<ColumnRole> & { readonly inherited: ReadonlySet<ColumnRole> };

/** What a scored row should have costs most when it is blank. */
const blankCosts: Partial<Record<ColumnRole, number>> = {
  points: 0.6,
  selfScore: 0.6,
  standard: 0.25,
  definition: 0.2,
  target: 0.3,
  actual: 0.3,
  targetSign: 0.15,
  targetUnit: 0.1,
};
const leafBlankCost = 0.5;
const otherBlankCost = 0.05;
/** Ragged columns move easily; drawn ones hardly. */
const shiftCosts = { ragged: 0.45, drawn: 0.6 } as const;
/** Above this, what stands under the drawn columns does not look like what they are called. */
const misfit = 1.5;
const maxCells = 40;

/** The likeliest readings of a body row, best first; empty when it has too many cells for any table of this kind. */
export function alignRow(row: RowLine, header: Header): readonly RowReading[] {
  const leaf = leafRole(header.columns);
  if (row.arrangement === 'drawn') {
    const drawn = readDrawnRow(row, header, leaf);
    if (drawn !== undefined) return [drawn];
  }
  const cells = row.cells.filter((cell) => !cell.fromAbove);
  if (cells.length === 0 || cells.length > maxCells) return [];
  const readings = alignCells(cells.map(describeCell), header.columns, pricingFor(leaf, row.arrangement));
  return readings.map((reading) => ({ ...reading, inherited: new Set<ColumnRole>() }));
}

/** The role of the indicators' own names: the deepest level that the header has. */
export function leafRole(columns: readonly Column[]): ColumnRole {
  const levels = ['level4', 'level3', 'level2', 'level1'] as const;
  return levels.find((level) => columns.some(({ role }) => role === level)) ?? 'level1';
}

const pricings = new Map<string, Pricing<ColumnRole>>();

function pricingFor(leaf: ColumnRole, arrangement: RowLine['arrangement']): Pricing<ColumnRole> {
  const key = `${leaf} ${arrangement}`;
  const known = pricings.get(key);
  if (known) return known;
  const pricing: Pricing<ColumnRole> = {
    match: (role, traits) => typeCost(role, traits, leaf),
    blank: (role) => (role === leaf ? leafBlankCost : (blankCosts[role] ?? otherBlankCost)),
    shift: shiftCosts[arrangement],
  };
  pricings.set(key, pricing);
  return pricing;
}

/** Reads a row by the columns that it stands under; nothing when the cells do not look like what those are called. */
function readDrawnRow(row: RowLine, header: Header, leaf: ColumnRole): RowReading | undefined {
  const byRole = new Map<ColumnRole, CellTraits[]>();
  const inherited = new Set<ColumnRole>();
  const dropped: CellTraits[] = [];
  for (const cell of row.cells) {
    const column = columnUnder(cell.column, cell.column + cell.columnSpan, header.columns);
    if (column === undefined) {
      if (!cell.fromAbove) dropped.push(describeCell(cell));
      continue;
    }
    if (cell.fromAbove) inherited.add(column.role);
    byRole.set(column.role, [...(byRole.get(column.role) ?? []), describeCell(cell)]);
  }
  const fields = new Map<ColumnRole, CellTraits>();
  let cost = 0;
  for (const [role, traits] of byRole) {
    const joined = joinCells(traits);
    fields.set(role, joined);
    if (!joined.cell.fromAbove) cost += typeCost(role, joined, leaf);
  }
  const fresh = [...fields].filter(([role]) => !inherited.has(role)).length;
  return cost > misfit * Math.max(1, fresh / 3) ? undefined : { fields, dropped, cost, inherited };
}

/** Several cells under one column (a target split into sign, value and unit) read as one. */
function joinCells(traits: readonly CellTraits[]): CellTraits {
  const [first, ...others] = traits;
  if (first === undefined) throw new RangeError('no cell to join');
  if (others.length === 0) return first;
  const text = traits.map(({ cell }) => cell.text).join('');
  return describeCell({ ...first.cell, text, key: traits.map(({ cell }) => cell.key).join('') });
}

function columnUnder(start: number, end: number, columns: readonly Column[]): Column | undefined {
  let best: Column | undefined;
  let most = 0;
  for (const column of columns) {
    const shared = Math.min(end, column.end) - Math.max(start, column.start);
    if (shared > most) {
      most = shared;
      best = column;
    }
  }
  return best;
}

import type { FundsRow } from '../model/assessment.ts';
import type { Printed } from '../model/printed.ts';
import { bareKey, matchKey } from '../text/fold.ts';
import { normalizeDecimal } from '../text/numeral.ts';
import { alignCells, impossible, type Pricing, type RoleColumn } from './align-cells.ts';
import { type CellTraits, describeCell } from './cell-traits.ts';
import { readLabel } from './form-labels.ts';
import type { Line, RowLine } from './line.ts';
import { printNumber, printScore } from './printed-number.ts';
import { isHeaderRow } from './recognize-header.ts';

type FundsRole = 'name' | 'initial' | 'adjusted' | 'executed' | 'points' | 'rate' | 'score';

const words: readonly (readonly [FundsRole, RegExp])[] = [
  ['rate', /执行率(?:\(?b\/a\)?|b\/a|%)?$|^预算执行率/],
  ['score', /得分/],
  ['points', /分值$|权重$|^执行率(?:权重|分值)/],
  ['initial', /年初预算|年初安排|^年初数/],
  ['executed', /执行数|实际支出|执行金额|支出数|实际执行|^执行b?$/],
  ['adjusted', /全年.{0,4}预算|调整.{0,4}预算|^预算数|年度预算|预算金额|^预算a?$|预算安排/],
];

const totalName =
  /资金总额|年度总?金额|^总额|^(?:项目)?资金合计|^合计|预算资金总额|年度资金|^总计|^项目总?资金|年度预算数|^金额|^全年预算/;
const partName = /其中|拨款|结转|单位资金|专户|^其他|财政资金|自筹|补助|上年|资金$|债券|收入$|经费$|支出$/;

/** A funds block: its rows, and the lines `[start, end)` of the form that it takes up. */
export type FundsBlock = { readonly rows: readonly FundsRow[]; readonly start: number; readonly end: number };

/** Reads 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 and the rows under it. */
export function readFunds(lines: readonly Line[]): FundsBlock | undefined {
  for (let start = 0; start < lines.length; start += 1) {
    const line = lines[start];
    if (line?.kind !== 'row') continue;
    const columns = fundsColumns(line);
    if (columns === undefined) continue;
    const block = readBlock(lines, start, columns);
    if (block.rows.length > 0) return block;
  }
  return undefined;
}

function fundsColumns(row: RowLine): readonly RoleColumn<FundsRole>[] | undefined {
  const found: RoleColumn<FundsRole>[] = [];
  for (const cell of row.cells) {
    if (cell.text.length > 24) continue;
    const key = matchKey(cell.text);
    const bare = bareKey(cell.text);
    const named = (text: string) => words.find(([, pattern]) => pattern.test(text))?.[0];
    const role = named(bare) ?? named(key);
    if (role === undefined || printNumber(cell) || found.some((column) => column.role === role)) continue;
    found.push({ role, start: cell.column, end: cell.column + cell.columnSpan });
  }
  const roles = new Set(found.map(({ role }) => role));
  const amounts = ['initial', 'adjusted', 'executed'].filter((role) => roles.has(role as FundsRole)).length;
  if (amounts < 2 && !(amounts === 1 && roles.has('rate'))) return undefined;
  const first = Math.min(...found.map(({ start }) => start));
  return [{ role: 'name', start: Math.max(0, first - 1), end: first }, ...found];
}

function readBlock(
  lines: readonly Line[],
  header: number,
  columns: readonly RoleColumn<FundsRole>[],
): FundsBlock {
  const rows: FundsRow[] = [];
  const headerPoints = pointsInHeader(lines[header - 1], lines[header]);
  let end = header + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (line?.kind !== 'row' || isHeaderRow(line)) break;
    const isFirst = rows.length === 0;
    const row = readFundsRow(line, columns, isFirst ? 'first' : 'later');
    if (row === undefined) break;
    const points = row.points ?? (row.isTotal || isFirst ? headerPoints : undefined);
    rows.push({ ...row, isTotal: row.isTotal || isFirst, ...(points && row.score ? { points } : {}) });
  }
  return { rows, start: header, end };
}

/** 预算执行情况（10分） or 得分（20分×执行率）: the points stand in the header alone. */
function pointsInHeader(...headers: readonly (Line | undefined)[]): Printed | undefined {
  for (const line of headers) {
    if (line?.kind !== 'row') continue;
    for (const cell of line.cells) {
      if (!/预算执行|执行情况|得分|资金/.test(cell.key)) continue;
      const match = /(\d+(?:\.\d+)?)\s*分/.exec(cell.text.normalize('NFKC'));
      if (match?.[1] === undefined) continue;
      const decimals = match[1].split('.')[1]?.length ?? 0;
      return {
        raw: match[0],
        value: normalizeDecimal(match[1]),
        decimals,
        origin: 'printed',
        place: cell.place,
      };
    }
  }
  return undefined;
}

const pricing: Pricing<FundsRole> = {
  match: (role, traits) => {
    if (role === 'name') return traits.quantity || traits.isMark ? impossible : 0;
    if (traits.isMark) return 0.1;
    if (!traits.quantity) return impossible;
    const percent = traits.quantity.unit === '%';
    if (role === 'rate') return percent ? 0 : 0.6;
    return percent ? 2 : 0;
  },
  blank: (role) => (role === 'name' ? 0.5 : 0.3),
  shift: 0.3,
};

function readFundsRow(
  row: RowLine,
  columns: readonly RoleColumn<FundsRole>[],
  position: 'first' | 'later',
): FundsRow | undefined {
  const cells = row.cells
    .filter((cell) => !cell.fromAbove || printNumber(cell) === undefined)
    .map(describeCell);
  const label = fundsLabel(cells, position);
  if (label === undefined) return undefined;
  const fields = row.arrangement === 'drawn' ? byColumn(cells, columns) : byAlignment(cells, label, columns);
  const number = (role: FundsRole): Printed | undefined => {
    const cell = fields.get(role)?.cell;
    return cell && (role === 'points' || role === 'score' ? printScore(cell) : printNumber(cell));
  };
  const values = Object.fromEntries(
    (['initial', 'adjusted', 'executed', 'rate', 'points', 'score'] as const).flatMap((role) => {
      const printed = number(role);
      return printed ? [[role, printed]] : [];
    }),
  );
  const name = label.cell.text.replace(/\s+/g, '');
  return {
    name,
    isTotal: totalName.test(label.cell.key) && !/其中/.test(label.cell.key),
    ...values,
    place: row.place,
  };
}

/** The cell that names a funds row; the first row of a block must name a sum or a source of money, later ones need not. */
function fundsLabel(cells: readonly CellTraits[], position: 'first' | 'later'): CellTraits | undefined {
  const firstNumber = cells.findIndex((traits) => traits.quantity !== undefined || traits.isMark);
  const before = (firstNumber < 0 ? cells : cells.slice(0, firstNumber)).filter(({ length }) => length <= 24);
  const named = before.findLast(({ cell }) => totalName.test(cell.key) || partName.test(cell.key));
  if (named || position === 'first' || firstNumber < 0) return named;
  const last = before.at(-1);
  return last && readLabel(last.cell.text) === undefined ? last : undefined;
}

function byColumn(
  cells: readonly CellTraits[],
  columns: readonly RoleColumn<FundsRole>[],
): Map<FundsRole, CellTraits> {
  const fields = new Map<FundsRole, CellTraits>();
  for (const traits of cells) {
    const { column, columnSpan } = traits.cell;
    const under = columns.find(
      ({ role, start, end }) => role !== 'name' && column < end && start < column + columnSpan,
    );
    if (under && (traits.quantity || traits.isMark) && !fields.has(under.role))
      fields.set(under.role, traits);
  }
  return fields;
}

function byAlignment(
  cells: readonly CellTraits[],
  label: CellTraits,
  columns: readonly RoleColumn<FundsRole>[],
): ReadonlyMap<FundsRole, CellTraits> {
  const from = cells.indexOf(label);
  return alignCells(cells.slice(from), columns, pricing)[0]?.fields ?? new Map();
}

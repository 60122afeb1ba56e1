import type { ColumnRole } from '../model/column-role.ts';
import { matchKey } from '../text/fold.ts';
import type { RoleColumn } from './align-cells.ts';
import { type HeaderRole, headerPatterns, headerWords, type LevelRole } from './header-words.ts';
import { inferFigures, type Named } from './infer-figures.ts';
import type { LineCell, RowLine } from './line.ts';

export type Column = RoleColumn<ColumnRole>;

/** The header of an assessment table, columns from left to right. */
export type Header = {
  readonly columns: readonly Column[];
  readonly grid: number;
  /** A column is known by its figures alone; see `inferFigures`. */
  readonly isInferred?: boolean;
};

const levels: readonly LevelRole[] = ['level1', 'level2', 'level3', 'level4'];
const levelPoints = ['level1Points', 'level2Points', 'level3Points'] as const;

const exact = new Map<string, HeaderRole>();
for (const [role, words] of Object.entries(headerWords)) {
  for (const word of words) exact.set(word, role as HeaderRole);
}

const reviewers = /复核|复评|复审|审核|财政|主管部门|专家|第三方|中介|评审/;

const recognized = new Map<string, HeaderRole | 'none'>();

/** The role that a header cell's wording names. */
export function headerRole(text: string): HeaderRole | undefined {
  if (text.length > 48) return undefined;
  const known = recognized.get(text);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const role = lookUp(text);
  if (recognized.size > 5_000) recognized.clear();
  recognized.set(text, role ?? 'none');
  return role;
}

function lookUp(text: string): HeaderRole | undefined {
  const whole = matchKey(text);
  const bare = matchKey(text.replace(/[（(［[【][^（(）)]*[）)］\]】]/g, ''));
  const found = exact.get(whole) ?? exact.get(bare);
  // 评价得分（财政部门）
  if (found === 'selfScore') return reviewers.test(whole) ? 'reviewScore' : found;
  if (found !== undefined) return found;
  const key = bare === '' ? whole : bare;
  if (key.length > 24 || /\d{2}/.test(key)) return undefined;
  return headerPatterns.find(({ pattern }) => pattern.test(key))?.role;
}

/** Does this row name the columns of an indicator table? */
export function isHeaderRow(row: RowLine): boolean {
  const named = nameCells(row);
  const roles = new Set(named.map(({ role }) => role));
  const names = [...levels, 'name' as const].filter((role) => roles.has(role)).length;
  const strong = (['points', 'selfScore', 'target', 'actual', 'standard', 'definition'] as const).filter(
    (role) => roles.has(role),
  ).length;
  if (row.cells.some((cell) => /预算数|执行数|执行率|资金总额/.test(cell.key))) return false;
  return names >= 1 && strong >= 1 && roles.size >= 3 && named.length >= 0.6 * row.cells.length;
}

/** Does this row continue the header above it (一级指标 | 二级指标 | … under 绩效指标)? */
export function isSecondHeaderRow(row: RowLine): boolean {
  const own = row.cells.filter((cell) => !cell.fromAbove);
  const named = own.filter((cell) => headerRole(cell.text) !== undefined);
  return own.length > 0 && named.length >= 2 && named.length >= 0.8 * own.length;
}

/** A heading takes up the rows of the header; what goes on further down (绩效指标, written downwards) heads no column. */
const mostHeaderRows = 3;

function nameCells(row: RowLine): readonly Named[] {
  return row.cells.flatMap((cell) => {
    if (cell.rowSpan > mostHeaderRows) return [];
    const role = headerRole(cell.text);
    return role === undefined ? [] : [{ cell, role }];
  });
}

/** Every heading, those that nobody knows as `unnamed`. */
function nameAll(row: RowLine): readonly Named[] {
  return row.cells.flatMap((cell): readonly Named[] =>
    cell.rowSpan > mostHeaderRows ? [] : [{ cell, role: headerRole(cell.text) ?? 'unnamed' }],
  );
}

/**
 * Builds the columns out of one to three header rows; a deeper row's wording wins over the one above it. The rows `below` tell
 * names from explanations where a wording may mean either.
 */
export function buildHeader(rows: readonly RowLine[], below: readonly RowLine[]): Header {
  const [first] = rows;
  const isRagged = first?.arrangement === 'ragged';
  const known = first && rows.length === 1 ? nameAll(first) : mergeRows(rows);
  const leaves = nameUnknownLevels(known, below);
  const inferred = inferFigures(leaves, below);
  // In moved text the cells under a heading that nobody knows would be taken for those of its neighbours.
  const columns = settleRoles(
    inferred.filter(({ role }) => isRagged || role !== 'unnamed'),
    below,
  );
  return {
    columns: isRagged ? withFirstLevel(columns) : columns,
    grid: first?.grid ?? 0,
    ...(inferred === leaves ? {} : { isInferred: true }),
  };
}

/**
 * Headings that nobody knows to the left of the known levels (指标板块 | 二级指标 | …) name levels further out where they stand over
 * names and not over figures.
 */
function nameUnknownLevels(named: readonly Named[], below: readonly RowLine[]): readonly Named[] {
  const first = named.find(({ role }) => isNameRole(role));
  if (first === undefined) return named;
  return named.map((entry) => {
    const { cell, role } = entry;
    const mayBeLevel = role === 'unnamed' && cell.column < first.cell.column && cell.key.length <= nameLength;
    return mayBeLevel && isOverNames(cell, below) ? { cell, role: 'name' } : entry;
  });
}

function isOverNames({ column, columnSpan }: LineCell, below: readonly RowLine[]): boolean {
  const under = below.flatMap(({ arrangement, cells }) =>
    (arrangement === 'drawn' ? cells : []).filter(
      (cell) =>
        cell.column >= column && cell.column + cell.columnSpan <= column + columnSpan && !cell.fromAbove,
    ),
  );
  return (
    under.length > 0 &&
    under.every(({ key }) => /\p{Script=Han}{2}/u.test(key) && key.length <= 3 * nameLength)
  );
}

/** A header in moved text that begins with 二级指标 has lost its first level; its rows may still print it. */
function withFirstLevel(columns: readonly Column[]): readonly Column[] {
  const second = columns.find(({ role }) => role === 'level2');
  if (second === undefined || columns.some(({ role }) => role === 'level1')) return columns;
  const withPoints = columns.some(({ role }) => role === 'level2Points');
  const lost: readonly Column[] = withPoints
    ? [
        { role: 'level1', start: second.start - 2, end: second.start - 1 },
        { role: 'level1Points', start: second.start - 1, end: second.start },
      ]
    : [{ role: 'level1', start: second.start - 1, end: second.start }];
  return [...lost, ...columns];
}

function mergeRows(rows: readonly RowLine[]): readonly Named[] {
  if (rows[0]?.arrangement === 'ragged') return mergeRagged(rows);
  const merged: Named[] = [];
  const upwards = [...rows].reverse();
  for (const named of [...upwards.map(nameCells), ...upwards.map(nameAll)]) {
    for (const { cell, role } of named) {
      const covered = merged.some(
        (other) =>
          other.cell.column < cell.column + cell.columnSpan &&
          cell.column < other.cell.column + other.cell.columnSpan,
      );
      if (!covered) merged.push({ cell, role });
    }
  }
  return merged.sort((left, right) => left.cell.column - right.cell.column);
}

/** Without spans the second row's names take the place of the general name in the first (绩效指标 → 一级指标 …). */
function mergeRagged(rows: readonly RowLine[]): readonly Named[] {
  const [first, ...rest] = rows.map(nameCells);
  const second = rest.flat();
  if (first === undefined) return second;
  const at = first.findIndex(({ role }) => role === 'name');
  const known = new Set(second.map(({ role }) => role));
  const others = first.filter(({ role }, index) => index !== at && !known.has(role));
  const before = first.slice(0, Math.max(at, 0)).filter((entry) => others.includes(entry));
  const after = others.filter((entry) => !before.includes(entry));
  return [...before, ...second, ...after].map(({ cell, role }, index) => ({
    cell: { ...cell, column: index, columnSpan: 1 },
    role,
  }));
}

/** Names that may as well head a column of explanations. */
const contentWords = /内容$/;

/** Names are shorter than this on average, in characters. */
const nameLength = 12;

const isNameRole = (role: HeaderRole): boolean => role === 'name' || levels.includes(role as LevelRole);

/** Does a column hold long texts, in drawn tables one for each name of another column? */
function explainsEach(texts: LineCell, names: LineCell, below: readonly RowLine[]): boolean {
  const beginning = (row: RowLine, { column }: LineCell): LineCell | undefined =>
    row.cells.find((cell) => cell.column === column && !cell.fromAbove && cell.text !== '');
  const found = below.flatMap((row) => {
    const text = beginning(row, texts);
    const isNamed = row.arrangement === 'ragged' || beginning(row, names) !== undefined;
    return text === undefined ? [] : [{ length: text.text.length, isNamed }];
  });
  const length = found.reduce((sum, each) => sum + each.length, 0);
  return found.length > 0 && found.every(({ isNamed }) => isNamed) && length > nameLength * found.length;
}

/** Gives every name its level, and every 分值 the level that it belongs to. */
function settleRoles(named: readonly Named[], below: readonly RowLine[]): readonly Column[] {
  const columns: Column[] = [];
  const taken = new Set<ColumnRole>();
  let depth = 0;
  const firstLevel = named.findIndex(({ role }) => levels.includes(role as LevelRole));
  const third = named.findIndex(({ role }) => role === 'level3');
  const firstName = named.findIndex(({ role }) => isNameRole(role));
  const lastPoints = named.findLastIndex(({ role }) => role === 'points');
  const lastName = named.findLastIndex(({ role }) => role === 'name' || levels.includes(role as LevelRole));
  named.forEach(({ cell, role }, index) => {
    const settled = settle(role, index);
    if (settled === undefined) return;
    taken.add(settled);
    columns.push({ role: settled, start: cell.column, end: cell.column + cell.columnSpan });
  });
  return columns;

  function settle(role: HeaderRole, index: number): ColumnRole | undefined {
    const explicit = levels.indexOf(role as LevelRole);
    if (explicit >= 0) {
      depth = explicit + 1;
      return role as LevelRole;
    }
    if (role === 'name') {
      // 绩效指标 beside 一级指标 labels the whole block; names beside 二级指标 or 三级指标 alone are the levels above.
      if (index < firstLevel && depth >= levels.indexOf(named[firstLevel]?.role as LevelRole))
        return undefined;
      if (isExplanation(index)) return taken.has('definition') ? undefined : 'definition';
      if (depth >= levels.length) return undefined;
      depth += 1;
      return levels[depth - 1];
    }
    if (role === 'points' && index !== lastPoints && index < lastName && depth >= 1)
      return levelPoints[depth - 1];
    // 绩效指标完成情况 before all names labels the whole table.
    if (index < firstName && role === 'actual') return undefined;
    if (role === 'target' && taken.has('target')) return undefined;
    if (role === 'unnamed') return role;
    if (taken.has(role)) return role === 'selfScore' ? 'reviewScore' : undefined;
    return role;
  }

  /** 考核内容 behind the names may tell what a row is about. */
  function isExplanation(index: number): boolean {
    const cell = named[index]?.cell;
    if (cell === undefined || depth === 0 || !contentWords.test(cell.key)) return false;
    if (third >= 0) return index > third;
    const name = named.findLast(({ role }, before) => before < index && isNameRole(role))?.cell;
    return name !== undefined && explainsEach(cell, name, below);
  }
}

import { bareKey, matchKey } from '../text/fold.ts';
import { isFormTitle, readLabel, splitLabelled } from './form-labels.ts';
import type { Line, RowLine } from './line.ts';
import { buildHeader, type Header, isHeaderRow, isSecondHeaderRow } from './recognize-header.ts';
import { splitNames } from './split-names.ts';
import { labelledFigure } from './worded-figures.ts';

/** The lines of one form: what stands above its first indicator header, its rows, and each header that occurs. */
export type FormLines = {
  readonly lines: readonly Line[];
  readonly headers: readonly FoundHeader[];
};

/** A header and the 0-based half-open range of lines of its form that it takes up. */
export type FoundHeader = { readonly header: Header; readonly start: number; readonly end: number };

/** Cuts a document into its forms. Lines before the first form and after the last go with the nearest one. */
export function findForms(lines: readonly Line[]): readonly FormLines[] {
  const starts = findStarts(lines);
  return starts
    .map((start, index) => lines.slice(index === 0 ? 0 : start, starts[index + 1] ?? lines.length))
    .map((part) => ({ lines: part, headers: findHeaders(part) }))
    .filter(({ headers }) => headers.length > 0);
}

export function findHeaders(lines: readonly Line[]): readonly FoundHeader[] {
  const found: FoundHeader[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== 'row') continue;
    const next = lines[index + 1];
    const pair =
      next?.kind === 'row' && next.grid === line.grid && isSecondHeaderRow(next) && !isRepeatOf(line, next);
    if (isHeaderRow(line)) {
      const rows = pair ? [line, next] : [line];
      found.push(headerOf(rows, lines, index));
    } else if (pair && isUpperHeaderRow(line) && !isHeaderRow(next)) {
      found.push(headerOf([line, next], lines, index));
    } else continue;
    index = (found.at(-1)?.end ?? index + 1) - 1;
  }
  return found;
}

function headerOf(rows: readonly RowLine[], lines: readonly Line[], start: number): FoundHeader {
  const end = start + rows.length;
  const grid = rows[0]?.grid;
  const below = lines
    .slice(end, end + rowsLookedAt)
    .flatMap((line) => (line.kind === 'row' && line.grid === grid ? [line] : []));
  return { header: splitNames(buildHeader(rows, below), below), start, end };
}

/** Enough rows to see how the names under a header are divided. */
const rowsLookedAt = 12;

/** 绩效指标 | 年度指标值 | … above a row of level names. */
function isUpperHeaderRow(row: RowLine): boolean {
  return (
    row.cells.some((cell) => /绩效指标|评价指标|^指标$|指标体系/.test(cell.key)) && row.cells.length >= 2
  );
}

function isRepeatOf(row: RowLine, next: RowLine): boolean {
  return row.cells.map((cell) => cell.key).join('|') === next.cells.map((cell) => cell.key).join('|');
}

/** Line numbers at which a new form begins; the first is always 0. */
function findStarts(lines: readonly Line[]): readonly number[] {
  const starts = [0];
  let seenHeader = false;
  let seenTotal = false;
  let current = new Map<string, string>();
  let pending: number | undefined;
  lines.forEach((line, index) => {
    const opening = openingOf(line);
    if (seenHeader && opening === 'title') pending ??= index;
    const identity = identityOf(line);
    if (identity !== undefined) {
      const known = current.get(identity.field);
      const differs = known === undefined ? pending !== undefined : known !== identity.value;
      if (seenHeader && (differs || seenTotal)) {
        starts.push(pending ?? firstProseBefore(lines, index));
        begin();
      }
      current.set(identity.field, identity.value);
    }
    if (line.kind === 'row' && isHeaderRow(line)) {
      if (pending !== undefined && seenHeader && seenTotal) {
        starts.push(pending);
        begin();
      }
      pending = undefined;
      seenHeader = true;
    }
    if (line.kind === 'row' && seenHeader && isTotalRow(line)) seenTotal = true;
  });
  return starts;

  function begin(): void {
    seenHeader = false;
    seenTotal = false;
    pending = undefined;
    current = new Map();
  }
}

/** Titles and other prose directly above a form belong to it. */
function firstProseBefore(lines: readonly Line[], index: number): number {
  let start = index;
  for (let step = 1; step <= 4; step += 1) {
    const line = lines[index - step];
    if (line === undefined || openingOf(line) === undefined) {
      if (line?.kind !== 'prose' || line.text.length > 40) break;
      continue;
    }
    start = index - step;
  }
  return start;
}

function openingOf(line: Line): 'title' | undefined {
  if (line.kind === 'prose') return isFormTitle(line.text) ? 'title' : undefined;
  const [only, ...others] = line.cells;
  return only !== undefined && others.length === 0 && isFormTitle(only.text) ? 'title' : undefined;
}

/** 项目名称 or 部门名称 with its value: what tells one form from the next. */
function identityOf(line: Line): { readonly field: string; readonly value: string } | undefined {
  if (line.kind === 'prose') {
    const labelled = splitLabelled(line.text);
    return labelled && isIdentity(labelled.label.key)
      ? { field: labelled.label.key, value: matchKey(labelled.value) }
      : undefined;
  }
  const first = line.cells[0];
  if (first === undefined || line.cells.length < 2) return undefined;
  const label = readLabel(first.text);
  if (label === undefined || !isIdentity(label.key)) return undefined;
  return { field: label.key, value: line.cells[1]?.key ?? '' };
}

function isIdentity(key: string): boolean {
  return (
    key === '项目名称' ||
    key === '部门名称' ||
    key === '单位名称' ||
    key === '专项资金名称' ||
    key === '专项名称'
  );
}

/** 合计, 自评总分, 综合评价得分, 项目总体得分: words of scoring, of which one says that it is the whole. */
const totalLabel =
  /^(?:本?(?:项目|部门|单位)|绩效|自评价?|自我|评价|评定|考核|支出|指标|各项|综合|整体|总体|最终|合计|总计|总|得分|评分|分值|分数|分)+$/;
const wholeWord = /综合|整体|总|合计|最终/;
const scoreWord = /(?:合计|总计|得分|评分|分值|分数|总分)$/;

/** 总分 | 100 | … | 96.8, or 总分：96.8分. */
export function isTotalRow(row: RowLine): boolean {
  const first = row.cells.find((cell) => !cell.fromAbove) ?? row.cells[0];
  if (first === undefined) return false;
  const inWords = labelledFigure(first.text);
  return [first.key.replace(/100分?$/, ''), matchKey(inWords?.label ?? ''), bareKey(first.text)].some(
    (key) => totalLabel.test(key) && wholeWord.test(key) && scoreWord.test(key),
  );
}

import { matchKey } from '../text/fold.ts';
import type { LineCell, RowLine } from './line.ts';
import { printScore } from './printed-number.ts';
import type { Header } from './recognize-header.ts';

const levels = ['level4', 'level3', 'level2', 'level1'] as const;

/**
 * Several indicators that one drawn row prints in lines of its cells (指标1：… / 指标2：…, 20 / 30) as rows of their own. Names must be numbered,
 * and have as many lines as the figures, at least two; a cell with another number of lines belongs to all of them.
 */
export function partRows(row: RowLine, { columns }: Header): readonly RowLine[] {
  if (row.arrangement !== 'drawn') return [row];
  const under = (role: string): LineCell | undefined => {
    const column = columns.find((each) => each.role === role);
    return column && row.cells.find((cell) => !cell.fromAbove && cell.column === column.start);
  };
  const leaf = levels.find((level) => columns.some(({ role }) => role === level));
  const name = leaf && under(leaf);
  const figures = [under('points'), under('selfScore')].filter((cell) => cell !== undefined);
  const count = name === undefined ? 0 : linesOf(name).length;
  const isStacked =
    count >= 2 &&
    isList(name) &&
    figures.length > 0 &&
    figures.every(
      (cell) => linesOf(cell).length === count && linesOf(cell).every((line) => isFigure(cell, line)),
    );
  return isStacked ? Array.from({ length: count }, (_, index) => partOf(row, index, count)) : [row];
}

const linesOf = ({ text }: LineCell): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 指标1：…, 2.…, ③…: each line begins an indicator; a name may also run over two lines, and so may its figures. */
const numbered = /^(?:指标)?(?:\d{1,2}[:：.、．)）]|[（(]\d{1,2}[)）]|[①-⑳])/u;
const isList = (name: LineCell | undefined): boolean =>
  name !== undefined && linesOf(name).every((line) => numbered.test(line));

const isFigure = (cell: LineCell, text: string): boolean => printScore({ ...cell, text }) !== undefined;

function partOf(row: RowLine, index: number, count: number): RowLine {
  const cells = row.cells.map((cell): LineCell => {
    const lines = linesOf(cell);
    const own = lines.length === count ? lines[index] : undefined;
    if (own !== undefined && !cell.fromAbove) return { ...cell, text: own, key: matchKey(own), rowSpan: 1 };
    return index === 0 ? cell : { ...cell, fromAbove: true };
  });
  return { ...row, cells };
}

import type { Random } from '../random.ts';
import type { Damage } from './damages.ts';
import { cellsOf, headerRuns, indicatorLines } from './tab-lines.ts';

/** Damages that move or merge single cells, as seen in published municipal forms; all keep every self score. */

type RowEdit = (cells: string[], columns: HeaderColumns, random: Random) => string[];

type HeaderColumns = {
  readonly name: number;
  readonly points: number;
  readonly definition: number;
  readonly standard: number;
};

/** Where the first header puts the row's own cells; absent where the form has no such column. */
function columnsOf(lines: readonly string[]): HeaderColumns | undefined {
  const header = cellsOf(headerRuns(lines)[0]?.lines[0] ?? '');
  const definition = header.findIndex((cell) => /^指标(?:解释|说明)$/.test(cell));
  const standard = header.findIndex((cell) => /^评[分价](?:标准|规则)$/.test(cell));
  const name = header.indexOf('三级指标');
  return definition < 0 || standard < 0 || name < 0
    ? undefined
    : { name, points: name + 1, definition, standard };
}

const editing =
  (probability: number, edit: RowEdit): Damage =>
  ({ random, lines }) => {
    const columns = columnsOf(lines);
    if (!columns) return lines;
    const rows = new Set(indicatorLines(lines));
    return lines.map((line, index) =>
      rows.has(index) && random.chance(probability) ? edit(cellsOf(line), columns, random).join('\t') : line,
    );
  };

/** The points stand a second time between definition and standard. */
export const doubledPoints = editing(0.2, (cells, { points, definition, standard }) => {
  const at = Math.max(definition, standard);
  return [...cells.slice(0, at), cells[points] ?? '', ...cells.slice(at)];
});

/** Definition and standard have run together in one cell, and what follows stands a column to the left. */
export const mergedStandard = editing(0.2, (cells, { definition, standard }) => {
  const first = Math.min(definition, standard);
  return [
    ...cells.slice(0, first),
    `${cells[first] ?? ''}${cells[first + 1] ?? ''}`,
    ...cells.slice(first + 2),
    '',
  ];
});

/** A name or a definition is lost, and what follows stands a column to the left. */
export const lostCell = editing(0.15, (cells, columns, random) => {
  const at = random.pick([columns.name, columns.definition]);
  return [...cells.slice(0, at), ...cells.slice(at + 1)];
});

/** Names and points of the levels stand on another row of the same page. */
export const movedGroups: Damage = ({ random, lines }) => {
  const columns = columnsOf(lines);
  if (!columns) return lines;
  const rows = indicatorLines(lines);
  const moved = lines.map(cellsOf);
  for (const row of rows) {
    const from = moved[row];
    const target = random.pick(rows.filter((other) => Math.abs(other - row) <= 2));
    const to = moved[target];
    if (!from || !to || !random.chance(0.3) || to.slice(0, columns.name).some((cell) => cell !== ''))
      continue;
    for (let column = 0; column < columns.name; column += 1) {
      to[column] = from[column] ?? '';
      from[column] = '';
    }
  }
  return moved.map((cells) => cells.join('\t'));
};

/** On one stretch of rows the right half (standard, score, evidence) stands a row above its name. */
export const displacedHalf: Damage = ({ random, lines }) => {
  const columns = columnsOf(lines);
  const rows = indicatorLines(lines);
  const start = random.integer(1, Math.max(1, rows.length - 5));
  const stretch = rows.slice(start, start + 3);
  const last = stretch.at(-1);
  const first = stretch[0];
  if (!columns || last === undefined || first === undefined) return lines;
  const half = Math.max(columns.definition, columns.standard);
  const left = (index: number) => cellsOf(lines[index] ?? '').slice(0, half);
  const right = (index: number) => cellsOf(lines[index] ?? '').slice(half);
  const pads = Array.from({ length: half }, () => '');
  const replaced = new Map<number, string[]>([[first, [[...pads, ...right(first)].join('\t')]]]);
  stretch.forEach((row, position) => {
    const next = stretch[position + 1];
    const line = [...left(row), ...(next === undefined ? [] : right(next))].join('\t');
    replaced.set(row, [...(replaced.get(row) ?? []), line]);
  });
  return lines.flatMap((line, index) => replaced.get(index) ?? [line]);
};

export const misplacements: Readonly<Record<string, Damage>> = {
  doubledPoints,
  mergedStandard,
  lostCell,
  movedGroups,
  displacedHalf,
};

import type { Random } from '../random.ts';
import { cellsOf, headerRuns, indicatorLines, isHeaderLine, isTableLine } from './tab-lines.ts';

export type DamageTask = {
  readonly random: Random;
  readonly lines: readonly string[];
  /** Names of the rows in the document, for damages that hit names. */
  readonly names: ReadonlySet<string>;
};

/** What conversion does to page-wise text; none of them changes a printed number. */
export type Damage = (task: DamageTask) => readonly string[];

/** All cells of a row move together by −3 … +3 columns, never past the left edge; headers stay. */
export const shiftedColumns: Damage = ({ random, lines }) =>
  lines.map((line) => (isTableLine(line) && !isHeaderLine(line) ? shift(line, random.integer(-3, 3)) : line));

/** The same, headers included. */
export const shiftedEverything: Damage = ({ random, lines }) =>
  lines.map((line) => (isTableLine(line) ? shift(line, random.integer(-3, 3)) : line));

function shift(line: string, by: number): string {
  if (by >= 0) return '\t'.repeat(by) + line;
  const room = /^\t*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(-by, room));
}

/** One name cell in ten is blank. */
export const blankedNames: Damage = ({ random, lines, names }) =>
  lines.map((line) =>
    isTableLine(line)
      ? cellsOf(line)
          .map((cell) => (names.has(cell) && random.chance(0.1) ? '' : cell))
          .join('\t')
      : line,
  );

/** Pages end elsewhere: later headers go, others come between any two rows. */
export const movedPageBreaks: Damage = (task) => {
  const lines = droppedHeaders(task);
  const header = headerRuns(lines)[0]?.lines ?? [];
  const rows = indicatorLines(lines);
  const breaks = new Set(task.random.sample(rows.slice(1), Math.max(1, Math.round(rows.length / 6))));
  return lines.flatMap((line, index) => (breaks.has(index) ? ['', ...header, line] : [line]));
};

/** Only the first page has a header. */
export const droppedHeaders: Damage = ({ lines }) => {
  const later = new Set(
    headerRuns(lines)
      .slice(1)
      .flatMap((run) => run.lines.map((_, offset) => run.at + offset)),
  );
  return lines.filter((_, index) => !later.has(index));
};

/** Digits, points and percent signs in full width, and ideographic spaces around texts, in some lines. */
export const fullWidth: Damage = ({ random, lines }) =>
  lines.map((line) => {
    if (!isTableLine(line) || random.chance(0.4)) return line;
    return cellsOf(line)
      .map((cell) => {
        const wide = random.chance(0.6)
          ? cell.replace(/[0-9.%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
          : cell;
        return wide !== '' && random.chance(0.2) ? `\u3000${wide} ` : wide;
      })
      .join('\t');
  });

/** The damages that a reader must survive at 99.5 % or better. */
export const damages: Readonly<Record<string, Damage>> = {
  shiftedColumns,
  blankedNames,
  movedPageBreaks,
  droppedHeaders,
  fullWidth,
};

import type { Ruling } from './rulings.ts';
import { joinDown, type Piece, type TextRow } from './text-rows.ts';

/** A cell of the head: rows and columns 0-based. */
export type HeadCell = { readonly row: number; readonly rowSpan: number; readonly piece: Piece };

export type Head = { readonly rowCount: number; readonly cells: readonly HeadCell[] };

/** A rule this many text heights below a heading underlines it. */
const underlineReach = 1.2;

/** The columns that a rule under a heading stands over. */
function underlined(
  piece: Piece,
  rules: readonly Ruling[],
  columns: readonly { left: number; right: number }[],
): Piece {
  const rule = rules.find(
    (one) =>
      one.at > (piece.box[1] + piece.box[3]) / 2 &&
      one.at < piece.box[3] + underlineReach * piece.size &&
      one.from < piece.box[2] &&
      one.to > piece.box[0],
  );
  if (!rule) return piece;
  const over = columns.flatMap((column, index) => {
    const middle = (column.left + column.right) / 2;
    return middle > rule.from && middle < rule.to ? [index] : [];
  });
  const first = over[0];
  const last = over.at(-1);
  if (first === undefined || last === undefined) return piece;
  return { ...piece, first: Math.min(first, piece.first), last: Math.max(last, piece.last) };
}

/** Texts over several columns, top to bottom; lines of one text over the same columns are joined. */
function spanners(rows: readonly TextRow[]): readonly { readonly piece: Piece; readonly line: number }[] {
  const found: { piece: Piece; line: number }[] = [];
  rows.forEach((row, line) => {
    for (const piece of row.pieces) {
      if (piece.first === piece.last) continue;
      const above = found.findLast((one) => one.piece.first === piece.first && one.piece.last === piece.last);
      if (above && above.line === line - 1) {
        above.piece = joinDown(above.piece, piece);
        above.line = line;
      } else found.push({ piece, line });
    }
  });
  return found;
}

/**
 * The head of a table from its lines: texts over several columns form levels, what stands in one column below them is
 * that column's heading over as many lines as it has, and reaches up to the level above it.
 */
export function readHead(
  lines: readonly TextRow[],
  rules: readonly Ruling[],
  columns: readonly { readonly left: number; readonly right: number }[],
): Head {
  const rows = lines.map((row) => ({
    ...row,
    pieces: row.pieces.map((piece) => underlined(piece, rules, columns)),
  }));
  const wide = spanners(rows);
  const levels = [...new Set(wide.map((one) => one.line))].toSorted((a, b) => a - b);
  const levelOf = (line: number): number => levels.indexOf(line);
  const cells: HeadCell[] = wide.map(({ piece, line }) => ({ row: levelOf(line), rowSpan: 1, piece }));
  let leaves = 0;
  columns.forEach((_, column) => {
    const own = rows.flatMap((row) =>
      row.pieces.filter((piece) => piece.first === column && piece.last === column),
    );
    const [first, ...rest] = own;
    if (!first) return;
    const piece = rest.reduce(joinDown, first);
    const covering = wide.filter((one) => one.piece.first <= column && one.piece.last >= column);
    const row = Math.max(-1, ...covering.map((one) => levelOf(one.line))) + 1;
    leaves += 1;
    cells.push({ row, rowSpan: levels.length + 1 - row, piece });
  });
  const rowCount = levels.length + (leaves > 0 ? 1 : 0);
  return { rowCount, cells };
}

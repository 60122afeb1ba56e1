import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../random.ts';
import type { PlacedCell } from '../writers/pdf/place-table.ts';
import type { PrintStyle } from './scan-style.ts';

type Line = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

const isLevel = ({ from, to }: Line): boolean => from[1] === to[1];

/** The sides of all cells, each once. */
function sidesOf(cells: readonly PlacedCell[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { box } of cells) {
    const [left, top, right, bottom] = box;
    for (const line of [
      { from: [left, top], to: [right, top] },
      { from: [left, bottom], to: [right, bottom] },
      { from: [left, top], to: [left, bottom] },
      { from: [right, top], to: [right, bottom] },
    ] as const)
      lines.set(JSON.stringify(line), line);
  }
  return [...lines.values()];
}

/** Pieces of a line with gaps of up to two millimetres, as a worn copy leaves them. */
function pieces({ from, to }: Line, random: Random): readonly Line[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const found: Line[] = [];
  const at = (along: number): readonly [number, number] => [
    from[0] + ((to[0] - from[0]) * along) / length,
    from[1] + ((to[1] - from[1]) * along) / length,
  ];
  let start = 0;
  while (start < length) {
    const end = Math.min(length, start + 12 + 70 * random.next());
    found.push({ from: at(start), to: at(end) });
    start = end + 0.8 + 4.5 * random.next();
  }
  return found;
}

/** Draws the lines of one page's cells in points. */
export function drawLines(
  context: SKRSContext2D,
  cells: readonly PlacedCell[],
  { lines: style, lineWidth, random }: PrintStyle & { readonly random: Random },
): void {
  if (cells.length === 0 || style === 'none') return;
  const ends = [Math.min(...cells.map(({ box }) => box[0])), Math.max(...cells.map(({ box }) => box[2]))];
  const drawn = sidesOf(cells).filter((line) => {
    if (isLevel(line)) return true;
    return style !== 'horizontal' && !(style === 'open' && ends.includes(line.from[0]));
  });
  const shade = style === 'faint' ? random.integer(90, 140) : random.integer(0, 40);
  context.strokeStyle = `rgb(${shade},${shade},${shade})`;
  context.lineWidth = style === 'double' ? 0.4 : lineWidth;
  context.setLineDash(style === 'dotted' ? [0.8, random.pick([1, 1.4])] : []);
  const shifts = style === 'double' ? [-0.8, 0.8] : [0];
  context.beginPath();
  for (const line of drawn)
    for (const { from, to } of style === 'broken' ? pieces(line, random) : [line])
      for (const shift of shifts) {
        const [dx, dy] = isLevel(line) ? [0, shift] : [shift, 0];
        context.moveTo(from[0] + dx, from[1] + dy);
        context.lineTo(to[0] + dx, to[1] + dy);
      }
  context.stroke();
  context.setLineDash([]);
}

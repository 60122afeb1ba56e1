import type { Random } from '../../random.ts';
import type { PlacedCell } from './place-table.ts';
import { page } from './place-table.ts';

/**
 * How lines are drawn. `strokes`: stroked lines; `fills`: thin filled rectangles, as browsers and word processors do;
 * `boxes`: one stroked rectangle a cell; `double`: two lines a point apart; `open`: no lines at the table's left and right
 * end; `gaps`: some inner lines are missing.
 */
export type RulingStyle = 'strokes' | 'fills' | 'boxes' | 'double' | 'open' | 'gaps';

type Segment = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

/** PDF operators that draw the lines of one page's cells. */
export function drawRulings(cells: readonly PlacedCell[], style: RulingStyle, random: Random): string {
  if (style === 'boxes')
    return cells
      .map(
        ({ box: [left, top, right, bottom] }) =>
          `0.5 w ${at(left)} ${up(bottom)} ${at(right - left)} ${at(bottom - top)} re S`,
      )
      .join('\n');
  const leftEnd = Math.min(...cells.map(({ box }) => box[0]));
  const rightEnd = Math.max(...cells.map(({ box }) => box[2]));
  const segments = new Map<string, Segment>();
  for (const { box } of cells)
    for (const segment of sides(box)) {
      const isEnd =
        segment.from[0] === segment.to[0] && (segment.from[0] === leftEnd || segment.from[0] === rightEnd);
      if (style === 'open' && isEnd) continue;
      segments.set(JSON.stringify(segment), segment);
    }
  return [...segments.values()]
    .filter(({ from, to }) => !(style === 'gaps' && from[1] === to[1] && random.chance(0.04)))
    .map((segment) => drawSegment(segment, style))
    .join('\n');
}

const sides = ([left, top, right, bottom]: PlacedCell['box']): Segment[] => [
  { from: [left, top], to: [right, top] },
  { from: [left, bottom], to: [right, bottom] },
  { from: [left, top], to: [left, bottom] },
  { from: [right, top], to: [right, bottom] },
];

function drawSegment({ from, to }: Segment, style: RulingStyle): string {
  const line = (shift: number) =>
    from[1] === to[1]
      ? `0.4 w ${at(from[0])} ${up(from[1] + shift)} m ${at(to[0])} ${up(to[1] + shift)} l S`
      : `0.4 w ${at(from[0] + shift)} ${up(from[1])} m ${at(to[0] + shift)} ${up(to[1])} l S`;
  if (style === 'fills')
    return from[1] === to[1]
      ? `${at(from[0])} ${up(from[1] + 0.25)} ${at(to[0] - from[0])} 0.5 re f`
      : `${at(from[0] - 0.25)} ${up(to[1])} 0.5 ${at(to[1] - from[1])} re f`;
  return style === 'double' ? `${line(-0.6)}\n${line(0.6)}` : line(0);
}

const at = (value: number): string => value.toFixed(2);

const up = (top: number): string => at(page.height - top);

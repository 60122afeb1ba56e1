import type { Mask } from '../pixels/page-pixels.ts';
import type { DrawnRule, PlainRule } from './rule.ts';

/** Pixels from a line at which text beside it is looked for: within the gaps between strokes of one character. */
export function distances(dotsPerInch: number): readonly number[] {
  const near = Math.max(2, Math.round(dotsPerInch / 60));
  const far = Math.max(3, Math.round(dotsPerInch / 30));
  return Array.from({ length: far - near + 1 }, (_, index) => near + index);
}

/** Pixels of ink along both sides of a line, at some distance, as a share of twice its length. */
export function inkBeside(
  { width, height, values }: Mask,
  line: Pick<DrawnRule, 'runs' | 'from' | 'to'>,
  distance: number,
): number {
  const rows = line.runs.map((run) => run.row);
  const sides = [Math.min(...rows) - distance, Math.max(...rows) + distance];
  let ink = 0;
  for (const y of sides) {
    if (y < 0 || y >= height) continue;
    for (let x = line.from; x < line.to; x += 1) ink += values[y * width + x] ?? 0;
  }
  return ink / (2 * Math.max(1, line.to - line.from));
}

/** Inches; strokes of neighbouring characters in one row of pixels make no longer line. */
const longestStrokes = 2.5;

/** Share of the pixels beside a line that are ink from which it may run through text. */
const textBeside = 0.15;

/** The same where text fills its cell from side to side, as a word of at most so many inches does. */
const textAround = 0.35;
const longestWord = 1;

/** Does the line end on a crossing line at both ends? Strokes end before the side of their cell. */
export function spansBetween(rule: PlainRule, crossing: readonly PlainRule[], dotsPerInch: number): boolean {
  const reach = Math.max(2, dotsPerInch / 60);
  const meets = (end: number): boolean =>
    crossing.some(
      (other) =>
        Math.abs(other.at - end) <= reach + other.thickness / 2 &&
        rule.at >= other.from - reach &&
        rule.at <= other.to + reach,
    );
  return meets(rule.from) && meets(rule.to);
}

/** May the line be strokes of text: short, with ink beside it? */
export function isLikeStrokes(mask: Mask, rule: PlainRule, dotsPerInch: number): boolean {
  if (rule.to - rule.from >= longestWord * dotsPerInch) return false;
  return distances(dotsPerInch).some((at) => inkBeside(mask, rule, at) > textBeside);
}

/** Is there a line beside this one with the same ends, and blank paper on its other side: are they a double line? */
function isOneOfTwo(
  rule: PlainRule,
  rules: readonly PlainRule[],
  { mask, dotsPerInch }: { readonly mask: Mask; readonly dotsPerInch: number },
): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= dotsPerInch / 30;
  const twin = rules.find(
    (other) =>
      other !== rule && near(other.at, rule.at) && near(other.from, rule.from) && near(other.to, rule.to),
  );
  if (!twin) return false;
  const both = { runs: [...rule.runs, ...twin.runs], from: rule.from, to: rule.to };
  return distances(dotsPerInch).every((at) => inkBeside(mask, both, at) <= textBeside);
}

/** Drops what strokes of text make: short, with ink along both sides, and ending nowhere. */
export function withoutStrokes(
  rules: readonly PlainRule[],
  crossing: readonly PlainRule[],
  { mask, dotsPerInch }: { readonly mask: Mask; readonly dotsPerInch: number },
): readonly PlainRule[] {
  const long = crossing.filter((rule) => rule.to - rule.from > 0.5 * dotsPerInch);
  return rules.filter((rule) => {
    if (rule.to - rule.from >= longestStrokes * dotsPerInch) return true;
    const beside = Math.max(...distances(dotsPerInch).map((at) => inkBeside(mask, rule, at)));
    if (beside <= textBeside || isOneOfTwo(rule, rules, { mask, dotsPerInch })) return true;
    const isWord = beside > textAround && rule.to - rule.from < longestWord * dotsPerInch;
    return !isWord && spansBetween(rule, long, dotsPerInch);
  });
}

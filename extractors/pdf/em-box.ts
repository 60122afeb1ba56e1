import type { Box } from '../../model/place.ts';

/**
 * The part of the em that lies above the baseline. CJK fonts declare 0.88 (OpenType `BASE` ideo em box), Latin ones 0.7
 * to 0.95; what fonts declare is often wrong, so one value serves all and lines of different fonts stay comparable.
 */
const ascent = 0.8;

/** A font size that differs from the ink by more is a fiction of the font's own units (Type 3 fonts). */
const plausible = { least: 0.02, most: 2 };

/** The em box of an upright glyph, from its baseline and font size, or from its ink where the font size makes no sense. */
export function emBox(glyph: {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly ink: () => Box;
}): Box {
  const { left, right, baseline, size } = glyph;
  const width = right - left;
  if (size > 0.5 && width > plausible.least * size && width < plausible.most * size)
    return [left, baseline - ascent * size, right, baseline + (1 - ascent) * size];
  const ink = glyph.ink();
  const height = ink[3] - ink[1];
  const fits = size > 0.5 && height < plausible.most * size;
  const [x0, x1] =
    width > 0 && width < plausible.most * Math.max(size, height) ? [left, right] : [ink[0], ink[2]];
  return fits ? [x0, baseline - ascent * size, x1, baseline + (1 - ascent) * size] : [x0, ink[1], x1, ink[3]];
}

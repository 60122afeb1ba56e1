import type { Phrase } from './phrase.ts';
import { awards, sizes } from './phrases-awards.ts';
import { compositions, remarks } from './phrases-composition.ts';
import { caps, limits, partialUnits } from './phrases-limits.ts';
import { discretion, losses, spans } from './phrases-losses.ts';
import { bareFormula, formulas, ratios } from './phrases-ratios.ts';

/** In the order in which they are tried: the longer and more special ones first. */
export const phrases: readonly Phrase[] = [
  limits,
  partialUnits,
  ...caps,
  discretion,
  ...compositions,
  formulas,
  bareFormula,
  ...spans,
  ...sizes,
  ...awards,
  ...losses,
  ...ratios.toReversed(),
  remarks,
];

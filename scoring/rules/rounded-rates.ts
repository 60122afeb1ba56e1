import type { Decimal } from 'decimal.js';

/** A rate as forms round it before they multiply: to two decimals of a percent, to one, or to a whole percent. */
export const roundedRates = (rate: Decimal): readonly Decimal[] =>
  [4, 3, 2].map((places) => rate.toDecimalPlaces(places));

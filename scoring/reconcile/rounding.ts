import type { Printed } from '../../model/printed.ts';
import { type Exactly, exact, halfUnit, sum, zero } from '../exact.ts';
import type { Addend, Selection } from './selection.ts';

/**
 * Awarded scores are steps of half a point; anything finer that is not the full mark may be a computed value that was
 * rounded when it was printed (9.52 of 10).
 */
const finestAwardedStep = exact('0.5');

/** Is the value, with its numerator and denominator, exactly the printed one? */
export function givesExactly(selection: Selection, value: Exactly, printed: Printed): boolean {
  return gapOf(selection, value, printed).isZero();
}

/**
 * Can rounding alone explain the gap between a sum and the printed total? Either the total is printed with fewer decimals
 * than its scores, and is their sum rounded; or rows that may be rounded computations leave their half units open.
 */
export function roundingExplains(selection: Selection, value: Exactly, printed: Printed): boolean {
  const gap = gapOf(selection, value, printed);
  const ownRounding = halfUnit(printed.decimals).times(selection.divide ?? exact(1));
  if (selection.divide !== undefined || hasFinerScores(selection, printed)) {
    return gap.abs().lt(ownRounding) || gap.eq(ownRounding.negated());
  }
  const slack = sum(selection.addends.map(slackOf));
  return slack.gt(0) && gap.abs().lt(slack.plus(ownRounding));
}

/** value·multiply − printed·divide: zero when they agree, without any division. */
function gapOf(selection: Selection, value: Exactly, printed: Printed): Exactly {
  const scaled = value.times(selection.multiply ?? exact(1));
  const total = exact(printed.value).times(selection.divide ?? exact(1));
  return scaled.minus(total);
}

function hasFinerScores({ addends }: Selection, { decimals }: Printed): boolean {
  return addends.some(
    ({ score }) => score && score.decimalPlaces() > decimals && !score.mod(finestAwardedStep).isZero(),
  );
}

const slackOf = (addend: Addend): Exactly => (mayBeRounded(addend) ? halfUnit(addend.decimals) : zero);

/**
 * A score finer than half a point that is less than its row's points; or full marks of a row whose points are such a
 * fraction themselves (6.67 = 20 ÷ 3), which the points check tells apart.
 */
function mayBeRounded({ score, max, decimals }: Addend): boolean {
  if (score === undefined || decimals === 0 || score.mod(finestAwardedStep).isZero()) return false;
  if (max === undefined || !score.eq(max)) return true;
  return decimals >= 2 && !score.times(20).isInteger();
}

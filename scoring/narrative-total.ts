import type { Assessment, Statement } from '../model/assessment.ts';
import type { Printed } from '../model/printed.ts';
import { customaryFullMark, type Exactly, exact, halfUnit, sum } from './exact.ts';
import { rowsOf } from './row-kinds.ts';
import type { ScoringContext } from './scoring-context.ts';

/** A total in the prose that no reading of the table gives. `isSumOfRows`: the rows add up to it all the same. */
export type StatedTotal = {
  readonly statement: Statement;
  readonly printed: Printed;
  readonly isSumOfRows: boolean;
};

/**
 * The one total that the prose states and the table does not. Silent where the prose states several, one of which may be
 * another table's, and where the figure is that of a row or a group.
 */
export function strayTotal({ assessment, total }: ScoringContext): StatedTotal | undefined {
  const printed = assessment.total?.printed;
  const said = assessment.statements.filter(({ kind }) => kind === 'total');
  const [first, ...others] = said;
  if (!printed || !first || others.some(({ value }) => value !== first.value)) return undefined;
  const value = exact(first.value);
  if (isSameTotal(first.value, printed, assessment) || isFigureOfPart(value, assessment)) return undefined;
  const { low, high } = total.outcome;
  return { statement: first, printed, isSumOfRows: low === high && value.eq(exact(low)) };
}

/** Equal, rounded either way, rescaled to a hundred, or with the execution score that the table counts apart. */
function isSameTotal(said: string, printed: Printed, { total, indicators, funds }: Assessment): boolean {
  const [stated, shown] = [exact(said), exact(printed.value)];
  const decimals = Math.min(said.split('.')[1]?.length ?? 0, printed.decimals);
  const near = (one: Exactly): boolean => one.minus(stated).abs().lte(halfUnit(decimals));
  if (near(shown)) return true;
  const max = total?.max ? exact(total.max.value) : customaryFullMark;
  if (max.gt(0) && near(shown.times(customaryFullMark).div(max).toDecimalPlaces(6))) return true;
  const execution = [
    ...indicators.filter(({ kind }) => kind === 'execution').map(({ selfScore }) => selfScore),
    ...funds.map(({ score }) => score),
  ].flatMap((score) => (score ? [exact(score.value)] : []));
  return execution.some((score) => near(shown.plus(score)) || near(shown.minus(score)));
}

/** Is it the score or the points of a row or a group, or what a group's rows score together? */
function isFigureOfPart(stated: Exactly, { indicators, groups }: Assessment): boolean {
  const figures = [...indicators, ...groups].flatMap(({ maxScore, selfScore }) => [maxScore, selfScore]);
  const sums = groups.map((group) =>
    sum(rowsOf(group, indicators).flatMap(({ selfScore }) => (selfScore ? [exact(selfScore.value)] : []))),
  );
  return (
    figures.some((figure) => figure !== undefined && exact(figure.value).eq(stated)) ||
    sums.some((added) => added.eq(stated))
  );
}

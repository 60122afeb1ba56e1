import type { Assessment, FundsRow } from '../model/assessment.ts';
import type { Localized } from '../model/localized.ts';
import type { Printed } from '../model/printed.ts';
import { type Exactly, exact, halfUnit, roundedQuotient, sum } from './exact.ts';

/** What a printed figure may stand for: everything that rounds to it. */
export type Interval = { readonly low: Exactly; readonly nominal: Exactly; readonly high: Exactly };

/** One way of computing a rate: two amounts in the same unit. */
export type Quotient = {
  readonly executed: Interval;
  readonly budget: Interval;
  readonly working: Localized;
  readonly of: 'row' | 'parts';
};

const budgetNames = {
  adjusted: { zh: '全年预算数', en: 'adjusted budget' },
  initial: { zh: '年初预算数', en: 'initial budget' },
} as const;

type BudgetColumn = keyof typeof budgetNames;

const budgetColumns = ['adjusted', 'initial'] as const;

/**
 * Executed ÷ budget of a funds row, by each budget that it prints, and for a total row by the sums of the rows under it
 * where those differ from it. A budget that may be zero gives none.
 */
export function quotientsOf(row: FundsRow, funds: Assessment['funds']): readonly Quotient[] {
  return budgetColumns.flatMap((column) => {
    const own = ownQuotient(row, column);
    const parts = row.isTotal ? partsQuotient(row, funds, column) : undefined;
    return [own, parts].filter((quotient) => quotient !== undefined);
  });
}

function ownQuotient(row: FundsRow, column: BudgetColumn): Quotient | undefined {
  const budget = row[column];
  if (!row.executed || !budget) return undefined;
  return quotient([row.executed], [budget], { column, of: 'row' });
}

function partsQuotient(
  total: FundsRow,
  funds: Assessment['funds'],
  column: BudgetColumn,
): Quotient | undefined {
  const after = funds.slice(funds.indexOf(total) + 1);
  const end = after.findIndex(({ isTotal }) => isTotal);
  const rows = end < 0 ? after : after.slice(0, end);
  const pairs = rows.flatMap(({ executed, [column]: budget }) =>
    executed && budget ? [{ executed, budget }] : [],
  );
  if (pairs.length === 0) return undefined;
  return quotient(
    pairs.map(({ executed }) => executed),
    pairs.map(({ budget }) => budget),
    { column, of: 'parts' },
  );
}

function quotient(
  executed: readonly Printed[],
  budget: readonly Printed[],
  { column, of }: { readonly column: BudgetColumn; readonly of: Quotient['of'] },
): Quotient | undefined {
  // An amount without a unit is in that of the block, which the other one may repeat in its cell.
  const units = [...executed, ...budget].every(({ unit }) => moneyUnits[unit ?? '']) ? 'printed' : 'same';
  const [above, below] = [addUp(executed, units), addUp(budget, units)];
  if (below.low.lte(0) || above.nominal.lt(0)) return undefined;
  const shown = (figures: readonly Printed[]): string => figures.map(({ raw }) => raw).join('+');
  const rate = percentOf(above.nominal, below.nominal);
  const { zh, en } = budgetNames[column];
  return {
    executed: above,
    budget: below,
    of,
    working: {
      zh: `执行数 ${shown(executed)} ÷ ${zh} ${shown(budget)} = ${rate}%`,
      en: `executed ${shown(executed)} ÷ ${en} ${shown(budget)} = ${rate} %`,
    },
  };
}

/** A quotient in percent, rounded to two decimals for showing. */
export function percentOf(above: Exactly, below: Exactly): string {
  return roundedQuotient(above.times(100), below, 2).toFixed();
}

const moneyUnits: Readonly<Record<string, string>> = {
  元: '1',
  千元: '1000',
  万元: '10000',
  万: '10000',
  亿元: '100000000',
  亿: '100000000',
};

function addUp(figures: readonly Printed[], units: 'printed' | 'same'): Interval {
  const read = figures.map((printed) => {
    const scale = exact((units === 'printed' ? moneyUnits[printed.unit ?? ''] : undefined) ?? '1');
    const half = exact(printed.value).isZero() ? exact(0) : halfUnit(printed.decimals);
    const nominal = exact(printed.value);
    return {
      low: nominal.minus(half).times(scale),
      nominal: nominal.times(scale),
      high: nominal.plus(half).times(scale),
    };
  });
  return {
    low: sum(read.map(({ low }) => low)),
    nominal: sum(read.map(({ nominal }) => nominal)),
    high: sum(read.map(({ high }) => high)),
  };
}

/**
 * What a printed rate may mean, as fractions: `97.3%` what rounds to it or was cut off to it, `0.973` as a spreadsheet keeps
 * it, `97.3` with the sign in the header. Nothing for a figure with another unit.
 */
export function rateReadings(rate: Printed, decimals: number): readonly Interval[] {
  const value = exact(rate.value);
  if (value.lt(0)) return [];
  const around = (scale: string, places: number): Interval => ({
    low: value.minus(halfUnit(places)).times(scale),
    nominal: value.times(scale),
    high: value.plus(halfUnit(places).times(2)).times(scale),
  });
  if (rate.unit === '%') return [around('0.01', decimals)];
  if (rate.unit !== undefined) return [];
  const asFraction = around('1', decimals === 0 ? 2 : decimals);
  return value.lte(2) ? [asFraction, around('0.01', decimals)] : [around('0.01', decimals)];
}

/** Can executed ÷ budget be this rate, or be capped to it? Multiplied out, since quotients do not terminate. */
export function isRate({ executed, budget }: Quotient, rate: Interval): boolean {
  const fits =
    executed.low.lte(rate.high.times(budget.high)) && executed.high.gte(rate.low.times(budget.low));
  const isCapped = executed.high.gte(budget.low) && rate.low.lte(1) && rate.high.gte(1);
  return fits || isCapped;
}

/** Decimals of a figure once padding zeros are taken off: `95.00%` may be a whole percent that was padded. */
export function bareDecimals({ value }: Printed): number {
  return value.split('.')[1]?.length ?? 0;
}

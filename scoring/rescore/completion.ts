import { Decimal } from 'decimal.js';
import type { Indicator } from '../../model/assessment.ts';
import { readComparedValue } from '../../text/compared-value.ts';
import type { ComparisonSign } from '../../text/comparison-sign.ts';
import { measure } from '../evidence/statement.ts';
import type { Measured } from '../rules/facts.ts';
import { directionOf } from './target-direction.ts';

/**
 * How far a target is completed, where target and actual are plain numbers of one kind; for rules that speak of 完成率. That is
 * actual ÷ target where more is better. A limit (≤) is completed in full when it is kept, and no form says how far else: every
 * custom is a reading.
 */
export function completionOf(row: Indicator): readonly Measured[] | undefined {
  const target = numberOf(row.target?.text);
  const actual = numberOf(row.actual?.text);
  if (!target || !actual || target.unit !== actual.unit || target.measured.low.lte(0)) return undefined;
  const forward = quotient(actual.measured, target.measured);
  switch (directionOf(target.sign, row)) {
    case '≤':
      return ofLimit(actual.measured, target.measured);
    case 'unknown-inverse':
      return [forward, ...ofLimit(actual.measured, target.measured)];
    default:
      return [forward];
  }
}

function ofLimit(actual: Measured, limit: Measured): readonly Measured[] {
  if (actual.nominal.gt(limit.nominal)) return [quotient(limit, actual), remainder(actual, limit)];
  const words = `${actual.words}未超过${limit.words}，视为100%`;
  return [{ nominal: one, low: one, high: one, words }, quotient(actual, limit)];
}

const one = new Decimal(1);

function quotient(top: Measured, bottom: Measured): Measured {
  const nominal = top.nominal.div(bottom.nominal);
  return {
    nominal,
    low: top.low.div(bottom.nominal),
    high: top.high.div(bottom.nominal),
    words: `${top.words}÷${bottom.words}＝${percent(nominal)}`,
  };
}

/** What is left of a limit that was exceeded: 1 − (actual − limit) ÷ limit, never below zero. */
function remainder(actual: Measured, limit: Measured): Measured {
  const left = (value: Decimal): Decimal =>
    Decimal.max(0, one.minus(value.minus(limit.nominal).div(limit.nominal)));
  const nominal = left(actual.nominal);
  return {
    nominal,
    low: left(actual.high),
    high: left(actual.low),
    words: `1－(${actual.words}－${limit.words})÷${limit.words}＝${percent(nominal)}`,
  };
}

const percent = (share: Decimal): string => `${share.times(100).toFixed(2)}%`;

type Read = {
  readonly measured: Measured;
  readonly unit: string | undefined;
  readonly sign: ComparisonSign | undefined;
};

function numberOf(text: string | undefined): Read | undefined {
  const value = text === undefined ? undefined : readComparedValue(text);
  if (value?.kind !== 'number') return undefined;
  const { numeral, sign } = value;
  return { measured: measure({ ...numeral, raw: numeral.value }), unit: numeral.unit, sign };
}

import { Decimal } from 'decimal.js';
import type { Rule } from '../rules/ast.ts';
import { type Facts, type Measured, measureKey } from '../rules/facts.ts';
import { computeFormula, percentWords } from '../rules/measure-value.ts';
import { variablesOf } from '../rules/variables.ts';
import { measure, readStatements, type Stated } from './statement.ts';

/** A ratio that the evidence states and what its own numbers give: `42÷46＝91.30%`, stated 95%. */
export type ArithmeticClaim = {
  readonly stated: string;
  readonly computed: string;
  readonly working: string;
};

/** Claims whose numbers do not compute within their printed decimals. */
export function failedClaims(
  evidence: string,
  rule: Rule | undefined,
  facts: Facts,
): readonly ArithmeticClaim[] {
  return [
    ...(rule ? failedDefinitions(rule, facts) : []),
    ...failedEquations(evidence),
    ...failedExecution(evidence),
  ];
}

function failedDefinitions(rule: Rule, facts: Facts): readonly ArithmeticClaim[] {
  return variablesOf(rule).measures.flatMap((each) => {
    const stated = facts.get(measureKey(each));
    const computed = each.definition && computeFormula(each.definition, facts);
    if (!computed || stated?.kind !== 'number' || stated.strength !== 'certain') return [];
    return stated.readings.every((reading) => differ(computed, reading))
      ? [claimOf(computed, stated.readings[0])]
      : [];
  });
}

function claimOf(computed: Measured, stated: Measured | undefined): ArithmeticClaim {
  return { stated: stated?.words ?? '', computed: percentWords(computed.nominal), working: computed.words };
}

const differ = (one: Measured, other: Measured): boolean => one.high.lt(other.low) || one.low.gt(other.high);

const equation =
  /(\d[\d,]{0,15}(?:\.\d{1,6})?)(万元|元|个|项|人|户|家|次|份)?[/÷](\d[\d,]{0,15}(?:\.\d{1,6})?)(?:万元|元|个|项|人|户|家|次|份)?(?:[×*x]100%)?[=≈](\d{1,6}(?:\.\d{1,6})?)%/g;

/** `42/46=91.3%` written out. */
function failedEquations(evidence: string): readonly ArithmeticClaim[] {
  const { text } = readStatements(evidence);
  return [...text.replace(/\s/g, '').matchAll(equation)].flatMap(
    ([, above = '', unit, below = '', result = '']) => {
      const [left, right] = [above, below].map((digits) => amountOf(digits, unit));
      if (!left || !right || right.nominal.isZero()) return [];
      const stated = amountOf(result, '%');
      return stated ? compare(left, right, stated) : [];
    },
  );
}

function amountOf(digits: string, unit: string | undefined): Measured {
  const value = digits.replaceAll(',', '');
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  return measure({ value, decimals, raw: value, ...(unit === undefined ? {} : { unit }) });
}

/** Budget and executed amount with the rate that is stated for them. */
function failedExecution(evidence: string): readonly ArithmeticClaim[] {
  const { stated } = readStatements(evidence);
  const money = stated.filter(({ dimension }) => dimension === 'money');
  const budget = money.filter(({ label }) => /预算(?:数|总额|安排数?|资金|金额)?$/.test(label));
  const executed = money.filter(({ label }) => /(?:执行|支出|支付)(?:数|总额|金额)?$/.test(label));
  const rates = stated.filter(
    ({ dimension, label }) =>
      dimension === 'percent' &&
      /(?:预算执行率|预算完成率|完成预算(?:的)?|占预算(?:的)?|预算支出率)$/.test(label),
  );
  const [above, below, rate] = [single(executed), single(budget), single(rates)];
  if (!above || !below || !rate || below.measured.nominal.isZero()) return [];
  return compare(above.measured, below.measured, rate.measured);
}

const single = (all: readonly Stated[]): Stated | undefined => (all.length === 1 ? all[0] : undefined);

function compare(above: Measured, below: Measured, stated: Measured): readonly ArithmeticClaim[] {
  if (below.low.lte(0)) return [];
  const computed: Measured = {
    nominal: above.nominal.div(below.nominal),
    low: Decimal.max(0, above.low).div(below.high),
    high: above.high.div(below.low),
    words: '',
  };
  if (!differ(computed, widened(stated))) return [];
  const result = percentWords(computed.nominal);
  return [{ stated: stated.words, computed: result, working: `${above.words}÷${below.words}＝${result}` }];
}

/** A stated rate may have been cut off instead of rounded: a whole unit of its last place to either side. */
function widened(stated: Measured): Measured {
  const half = stated.high.minus(stated.nominal);
  return { ...stated, low: stated.low.minus(half), high: stated.high.plus(half) };
}

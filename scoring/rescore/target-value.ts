import type { Indicator } from '../../model/assessment.ts';
import { type ComparedValue, readComparedValue } from '../../text/compared-value.ts';
import type { ComparisonSign } from '../../text/comparison-sign.ts';
import type { Numeral } from '../../text/numeral.ts';
import { measure } from '../evidence/statement.ts';
import type { Measured } from '../rules/facts.ts';

/** A target and an actual result in the same unit, in one of the ways in which the two cells can be read. */
export type Pair = {
  readonly sign: ComparisonSign | undefined;
  readonly target: Measured;
  readonly actual: Measured;
};

/** A target and a result as printed. */
export type Cells = { readonly target: ComparedValue; readonly actual: ComparedValue };

export function readCells(row: Indicator): Cells | undefined {
  if (!row.target || !row.actual) return undefined;
  return { target: readComparedValue(row.target.text), actual: readComparedValue(row.actual.text) };
}

/** All plausible readings of two numbers; none where their units have nothing in common. */
export function readPairs({ target, actual }: Cells): readonly Pair[] {
  if (target.kind !== 'number' || actual.kind !== 'number') return [];
  return targetsOf(target).flatMap(({ sign, numeral }) =>
    commonUnit(numeral, actual.numeral)
      .flatMap(plausible)
      .map((values) => ({ sign, ...values })),
  );
}

/** Beyond this ratio two numbers are rather in different units (元 and 万元) than so far apart. */
const farthest = 500;

/** A result a hundred times off may be a rate with and without its percent; one thousands of times off says nothing. */
function plausible({ target, actual }: Values): readonly Values[] {
  if (target.nominal.lte(0) || actual.nominal.lte(0)) return [{ target, actual }];
  const ratio = actual.nominal.div(target.nominal);
  if (ratio.gt(farthest) || ratio.lt(1 / farthest)) return [];
  if (ratio.gt(60) && ratio.lt(160))
    return [
      { target, actual },
      { target, actual: scaled(actual, '0.01') },
    ];
  if (ratio.gt('0.006') && ratio.lt('0.0165'))
    return [
      { target, actual },
      { target, actual: scaled(actual, '100') },
    ];
  return [{ target, actual }];
}

const scaled = (value: Measured, factor: string): Measured => ({
  ...value,
  nominal: value.nominal.times(factor),
  low: value.low.times(factor),
  high: value.high.times(factor),
});

type SignedNumeral = { readonly sign: ComparisonSign | undefined; readonly numeral: Numeral };

/** `290%` may be `≥90%` whose sign was read as a 2. */
function targetsOf(target: Extract<ComparedValue, { kind: 'number' }>): readonly SignedNumeral[] {
  const printed = { sign: target.sign, numeral: target.numeral };
  const { value, unit } = target.numeral;
  if (target.sign !== undefined || unit !== '%' || !/^2(?:\d{2}|100)(?:\.\d+)?$/.test(value))
    return [printed];
  return [
    printed,
    { sign: '≥', numeral: { ...target.numeral, value: value.slice(1).replace(/^0+(?=\d)/, '') } },
  ];
}

type Values = Pick<Pair, 'target' | 'actual'>;

function commonUnit(target: Numeral, actual: Numeral): readonly Values[] {
  const [left, right] = [plainUnit(target.unit), plainUnit(actual.unit)];
  if (left === right || (isMoney(left) && isMoney(right))) return [values(target, actual)];
  if (left === '%' && right === '') return nearest(asPercent(actual).map((read) => values(target, read)));
  if (right === '%' && left === '') return nearest(asPercent(target).map((read) => values(read, actual)));
  if (left === '' || right === '') {
    const unit = left === '' ? actual.unit : target.unit;
    if (unit === undefined) return [];
    const same = values({ ...target, unit }, { ...actual, unit });
    if (!isMoney(unit) || unit === '元') return [same];
    return [
      same,
      left === '' ? values({ ...target, unit: '元' }, actual) : values(target, { ...actual, unit: '元' }),
    ].filter((each) => ratioWithin(each, 100));
  }
  return isCounter(left) && isCounter(right)
    ? [values({ ...target, unit: '个' }, { ...actual, unit: '个' })]
    : [];
}

/** Of two readings, those in which target and result are of one order. */
function ratioWithin({ target, actual }: Values, factor: number): boolean {
  if (actual.nominal.lte(0) || target.nominal.lte(0)) return true;
  const ratio = actual.nominal.div(target.nominal);
  return ratio.lt(factor) && ratio.gt(1 / factor);
}

/** Rates are seldom twenty times apart: the reading that is nearer, if just one is near. */
function nearest(readings: readonly Values[]): readonly Values[] {
  const near = readings.filter((each) => ratioWithin(each, 20));
  return near.length > 0 ? near : readings;
}

/** A rate without its sign: `95`, or `0.95` as a spreadsheet keeps it. */
function asPercent(numeral: Numeral): readonly Numeral[] {
  const percent: Numeral = { ...numeral, unit: '%' };
  const { unit: _unit, ...plain } = numeral;
  return Number(numeral.value) <= 1.5 ? [percent, plain] : [percent];
}

const values = (target: Numeral, actual: Numeral): Values => ({
  target: exactly(target),
  actual: measuredOf(actual),
});

const measuredOf = (numeral: Numeral): Measured =>
  measure({ ...numeral, unit: plainUnit(numeral.unit), raw: numeral.value });

/** A target is set, not measured. */
function exactly(numeral: Numeral): Measured {
  const read = measuredOf(numeral);
  return { ...read, low: read.nominal, high: read.nominal };
}

const plainUnit = (unit: string | undefined): string =>
  unit === undefined ? '' : unit === '百分比' || unit === '百分点' || unit === '个百分点' ? '%' : unit;

const isMoney = (unit: string): boolean => /^[万亿千]?元$/.test(unit);
const isCounter = (unit: string): boolean =>
  /^(?:个|项|次|例|起|件|条|家|份|篇|期|场|种|处|批|宗|笔|台|套|辆|部|座|所|个项目)$/.test(unit);

import { Decimal } from 'decimal.js';
import { type Amount, readAmounts } from '../../text/amount.ts';
import { foldWidth } from '../../text/fold.ts';
import { type Shingles, shingles } from '../../text/similarity.ts';
import type { Measured } from '../rules/facts.ts';

/** A number of the evidence with the words before it (`在规定时间内签订合同项目数` 42 `个`) and the words behind it. */
export type Stated = {
  readonly amount: Amount;
  readonly label: string;
  readonly behind: string;
  readonly labelPairs: Shingles;
  readonly dimension: Dimension;
  readonly measured: Measured;
};

export type Dimension = 'percent' | 'money' | 'count' | 'plain' | 'time';

/** A clause between two stops. */
export type Clause = { readonly text: string; readonly pairs: Shingles };

export type Statements = {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly stated: readonly Stated[];
};

const plans = /(?:改进方向|改进措施|改进工作|整改措施|下一步|今后|后续将|下阶段|存在问题及|整改计划)/;

/** Evidence is short; what comes after is not looked at. */
const longestEvidence = 3000;

/** Rows whose evidence was just read are read again by the next question; kept few to bound memory. */
const mostKept = 256;
const kept = new Map<string, Statements>();

/** Takes the evidence apart into clauses and numbers. Plans for the future (改进措施 …) say nothing about the year and are cut off. */
export function readStatements(evidence: string): Statements {
  const known = kept.get(evidence);
  if (known) return known;
  const read = takeApart(evidence);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(evidence, read);
  return read;
}

function takeApart(evidence: string): Statements {
  const folded = foldWidth(evidence).replace(/[“”"]/g, '').slice(0, longestEvidence);
  const end = folded.search(plans);
  const text = end > 0 ? folded.slice(0, end) : folded;
  const clauses = text
    .split(/[,;。!\n]|,(?!\d{3})/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 1)
    .map((clause) => ({ text: clause, pairs: shingles(clause) }));
  return { text, clauses, stated: readStated(text) };
}

function readStated(text: string): readonly Stated[] {
  const amounts = readAmounts(text).filter((amount) => !isOrdinal(amount, text));
  return amounts.map((amount, index) => {
    const from = amounts[index - 1]?.end ?? 0;
    const label = labelBefore(text.slice(from, amount.start));
    const to = amounts[index + 1]?.start ?? text.length;
    const behind = /^[^,;。!\n]*/.exec(text.slice(amount.end, to))?.[0] ?? '';
    return {
      amount,
      label,
      behind,
      labelPairs: shingles(label),
      dimension: dimensionOf(amount),
      measured: measure(amount),
    };
  });
}

function labelBefore(text: string): string {
  const clause = text.split(/[,;。!\n:]/).at(-1) ?? '';
  const whole = clause.trim() === '' ? (text.split(/[;。!\n]/).at(-1) ?? '') : clause;
  return whole.replace(/[\s(（为是达到约共计仅:=]+$/u, '').replace(/^[\s)）、]+/u, '');
}

/** Years, list numbers and document numbers measure nothing. */
function isOrdinal(amount: Amount, text: string): boolean {
  if (amount.unit === '年' || amount.unit === '年度' || amount.unit === '月') return true;
  const around = text.slice(Math.max(0, amount.start - 1), amount.end + 1);
  return (
    /^[〔[第]/.test(around) ||
    (amount.unit === undefined && /^[.、]/.test(text.slice(amount.end, amount.end + 1)))
  );
}

const moneyScale: Readonly<Record<string, string>> = {
  元: '1',
  万元: '10000',
  亿元: '100000000',
  千元: '1000',
  万: '10000',
  亿: '100000000',
};

function dimensionOf({ unit }: Amount): Dimension {
  if (unit === undefined) return 'plain';
  if (unit === '%' || unit === '‰') return 'percent';
  if (unit in moneyScale) return 'money';
  return /^(?:日|天|个?工作日|个?月|小时|分钟|时|秒|周)$/.test(unit) ? 'time' : 'count';
}

/** The interval of a printed number: half a unit of its last place to either side; whole counts, 0 % and 100 % are exact. */
export function measure({
  value,
  decimals,
  unit,
  raw,
}: Pick<Amount, 'value' | 'decimals' | 'unit' | 'raw'>): Measured {
  const scale = new Decimal(unit === '%' ? '0.01' : unit === '‰' ? '0.001' : (moneyScale[unit ?? ''] ?? '1'));
  const isExact =
    decimals === 0 &&
    (unit !== '%' || value === '100' || value === '0') &&
    !(unit !== undefined && unit in moneyScale);
  const half = isExact || value === '0' ? new Decimal(0) : new Decimal(10).pow(-decimals).div(2);
  const nominal = new Decimal(value);
  return {
    nominal: nominal.times(scale),
    low: nominal.minus(half).times(scale),
    high: nominal.plus(half).times(scale),
    words: unit === '%' ? `${value}%` : raw.replace(/[^\d.,%-]/g, ''),
  };
}

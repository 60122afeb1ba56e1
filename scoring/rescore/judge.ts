import { Decimal } from 'decimal.js';
import type { Outcome, OutcomeRemark } from '../../model/outcome.ts';
import type { Printed } from '../../model/printed.ts';
import type { Deduction, Rule } from '../rules/ast.ts';
import type { Understood } from '../rules/compile.ts';
import { evaluateRule } from '../rules/evaluate.ts';
import { certainFacts, type Facts } from '../rules/facts.ts';
import type { Evaluation, Step } from '../rules/question.ts';
import { clamp, hull, onlyValue, type ScoreSet } from '../rules/score-set.ts';
import { accepts, computesScores, type Precision, type Rounding } from './rounding.ts';

/** A row with its compiled rule and what its document says about it. */
export type Case = {
  readonly compiled: Understood;
  readonly points: Decimal;
  readonly score: Printed | undefined;
  readonly precision: Precision;
  readonly facts: Facts;
  readonly basis: NonNullable<Outcome['basis']>;
  readonly remarks: readonly OutcomeRemark[];
  /** Does the row say anything that could be a reason for lost points? */
  readonly explains: boolean;
};

/** Holds a printed score against what rule and facts allow. */
export function judge(row: Case): Outcome {
  const { compiled, points, facts } = row;
  const zero = new Decimal(0);
  const ask = (given: Facts, reading: 'interval' | 'nominal'): Evaluation => {
    const { scores, steps } = evaluateRule(compiled.rule, {
      points,
      facts: given,
      reading,
      discretion: 'open',
    });
    return { scores: clamp(scores, zero, points), steps };
  };
  const known = certainFacts(facts);
  const unasked: Evaluation = { scores: compiled.possible, steps: [] };
  const certain = known.size === 0 ? unasked : ask(known, 'interval');
  const nominal = facts.size === 0 ? unasked : ask(facts, 'nominal');
  const expected = facts.size === 0 ? undefined : onlyValue(nominal.scores);
  const common = describe(row, certain.scores, expected);
  if (!row.score) return { ...common, verdict: 'not-scored', because: noScore(common.expected) };
  const score = new Decimal(row.score.value);
  const rounding: Rounding = { precision: row.precision, points, rounds: computesScores(compiled.rule) };
  const fits = (set: ScoreSet): boolean => accepts(set, score, rounding);
  if (!fits(compiled.possible)) return offGrid(row, score, { common, fits });
  if (!fits(certain.scores))
    return { ...common, verdict: 'contradicted', because: sayAgainst(nominal, score) };
  if (expected && fits(nominal.scores))
    return { ...common, verdict: 'confirmed', because: say(nominal.steps, score) };
  const claims = expected
    ? { zh: '；佐证的说法不足以断定', en: '; the evidence is not specific enough to decide' }
    : { zh: '', en: '' };
  if (compiled.isDiscretionary && !fits(compiled.settled)) {
    return {
      ...common,
      verdict: 'discretionary',
      because: {
        zh: `标准中有酌情部分，${score.toFixed()}分只能由人判断`,
        en: `the standard leaves part of it to judgement; only a person can say whether ${score.toFixed()} is right`,
      },
    };
  }
  const unexplained = expected?.eq(points) && !row.explains ? [lossRemark(nominal, points.minus(score))] : [];
  const remarks = [...row.remarks, ...unexplained];
  return {
    ...common,
    ...(remarks.length > 0 ? { remarks } : {}),
    verdict: 'admissible',
    because: {
      zh: `按标准可能得${score.toFixed()}分，佐证不足以复算${claims.zh}`,
      en: `the standard can give ${score.toFixed()}; the evidence does not decide${claims.en}`,
    },
  };
}

/** The evidence speaks for full marks and for nothing else. */
function lossRemark({ steps }: Evaluation, lost: Decimal): OutcomeRemark {
  const text = worded(steps);
  return {
    kind: 'unexplained-loss',
    message: {
      zh: `${text}，却扣了${lost.toFixed()}分，未见原因`,
      en: `${text}, yet ${lost.toFixed()} points are lost and no reason is given`,
    },
  };
}

type Common = Omit<Outcome, 'verdict' | 'because'>;

function describe(
  { compiled, basis, remarks }: Case,
  certain: ScoreSet,
  expected: Decimal | undefined,
): Common {
  const [whole] = hull(certain);
  return {
    ...(expected ? { expected: expected.toDecimalPlaces(4).toFixed() } : {}),
    ...(whole
      ? { range: [whole.low.toDecimalPlaces(4).toFixed(), whole.high.toDecimalPlaces(4).toFixed()] as const }
      : {}),
    admissible: compiled.admissible,
    rule: compiled.rule.kind,
    canonical: compiled.canonical,
    basis,
    ...(remarks.length > 0 ? { remarks } : {}),
  };
}

/** A score that the rule's steps miss may still come from counting a part of a step, where the rule does not forbid that. */
function offGrid(
  { compiled, points }: Case,
  score: Decimal,
  { common, fits }: { common: Common; fits: (set: ScoreSet) => boolean },
): Outcome {
  const fine = inProportion(compiled.rule);
  if (
    fine &&
    fits(
      clamp(
        evaluateRule(fine, { points, facts: new Map(), reading: 'interval', discretion: 'open' }).scores,
        new Decimal(0),
        points,
      ),
    )
  ) {
    return {
      ...common,
      verdict: 'admissible',
      because: {
        zh: `只有不足一个百分点的部分按比例扣分时才能得${score.toFixed()}分，标准未说明`,
        en: `${score.toFixed()} is possible only if part of a percentage point is counted, which the standard does not say`,
      },
    };
  }
  const { expected: _expected, ...rest } = common;
  return {
    ...rest,
    verdict: 'inadmissible',
    because: {
      zh: `按“${compiled.canonical}”，本项（${points.toFixed()}分）不可能得${score.toFixed()}分；可能的得分：${listed(compiled)}`,
      en: `under the standard, this row (${points.toFixed()} points) cannot score ${score.toFixed()}; possible scores: ${listed(compiled)}`,
    },
  };
}

/** The rule with started percentage points counted in part, where it leaves that open. */
function inProportion(rule: Rule): Rule | undefined {
  if (rule.kind !== 'deduction') return undefined;
  const isOpen = (each: Deduction): boolean =>
    each.kind === 'per-unit' && each.partial === 'unstated' && each.unit.value === '1';
  if (!rule.deductions.some(isOpen)) return undefined;
  return {
    ...rule,
    deductions: rule.deductions.map((each) =>
      each.kind === 'per-unit' && isOpen(each) ? { ...each, partial: 'proportional' } : each,
    ),
  };
}

const mostListed = 24;

function listed({ admissible }: Understood): string {
  if (admissible.kind === 'finite') {
    const { values } = admissible;
    return values.length > mostListed
      ? `${values.slice(0, 4).join('、')}…${values.at(-1)}`
      : values.join('、');
  }
  return admissible.intervals
    .map((span) =>
      span.low === span.high
        ? span.low
        : `${span.lowIncluded ? '[' : '('}${span.low}, ${span.high}${span.highIncluded ? ']' : ')'}`,
    )
    .join('、');
}

function say(steps: readonly Step[], score: Decimal): Outcome['because'] {
  const text = worded(steps);
  return { zh: text, en: `${text}; gives ${score.toFixed()}` };
}

function sayAgainst({ steps, scores }: Evaluation, score: Decimal): Outcome['because'] {
  const [whole] = hull(scores);
  const text = worded(steps);
  const low = whole?.low.toDecimalPlaces(2).toFixed() ?? '?';
  const high = whole?.high.toDecimalPlaces(2).toFixed() ?? '?';
  const result = low === high ? low : `${low}～${high}`;
  return {
    zh: `${text}；复算${result}分，自评${score.toFixed()}分`,
    en: `${text}; recomputed ${result}, printed ${score.toFixed()}`,
  };
}

const worded = (steps: readonly Step[]): string =>
  [...new Set(steps.map(({ clause, values }) => (values === '' ? clause : `${clause}；${values}`)))]
    .slice(0, 4)
    .join('。');

function noScore(expected: string | undefined): Outcome['because'] {
  return expected === undefined
    ? { zh: '没有自评得分', en: 'no self score is printed' }
    : {
        zh: `没有自评得分；按标准和佐证应为${expected}分`,
        en: `no self score is printed; standard and evidence give ${expected}`,
      };
}

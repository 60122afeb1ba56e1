import { Decimal } from 'decimal.js';
import type { Assessment, Indicator } from '../../model/assessment.ts';
import type { Localized } from '../../model/localized.ts';
import type { Outcome, OutcomeRemark } from '../../model/outcome.ts';
import type { Profile } from '../../model/profile.ts';
import { decideExecution, scoredExecution } from '../execution-score.ts';
import { between, hull, type ScoreSet, toAdmissible, union } from '../rules/score-set.ts';
import { executionScores } from './execution-row.ts';
import type { FormRules } from './form-rules.ts';
import { accepts, type Precision } from './rounding.ts';
import { directionOf } from './target-direction.ts';
import { remarksOf, repeatsTarget } from './target-remarks.ts';
import { scorePair, type TargetScores } from './target-scores.ts';
import { type Cells, readCells, readPairs } from './target-value.ts';
import { scoreWords } from './target-words.ts';

type Setting = {
  readonly assessment: Assessment;
  readonly precision: Precision;
  readonly formRules: FormRules;
  readonly profile: Profile | undefined;
};

/** Recomputes a row from its target and its actual result, or from the funds block; `undefined` where it has neither. */
export function rescoreByTarget(row: Indicator, setting: Setting): Outcome | undefined {
  if (!row.maxScore) return undefined;
  const points = new Decimal(row.maxScore.value);
  if (points.lte(0)) return undefined;
  const cells = readCells(row);
  const isCopied = cells !== undefined && repeatsTarget(row, cells, setting.formRules);
  const readings = [
    ...(row.kind === 'execution' ? executionScores(setting.assessment, points) : []),
    ...(cells && !isCopied ? readingsOf({ row, cells, points, rules: setting.formRules }) : []),
  ];
  const remarks = remarksOf(row, { readings, isCopied, points, setting });
  if (readings.length === 0) return isCopied ? unknown(row, points, remarks) : undefined;
  return judgeTarget({ row, points, readings, remarks, setting });
}

type Reading = {
  readonly row: Indicator;
  readonly cells: Cells;
  readonly points: Decimal;
  readonly rules: FormRules;
};

function readingsOf({ row, cells, points, rules }: Reading): readonly TargetScores[] {
  const pairs = readPairs(cells);
  if (pairs.length > 0)
    return pairs.map((pair) => scorePair(pair, directionOf(pair.sign, row), { points, rules }));
  const words = scoreWords(cells, points, rules);
  return words ? [words] : [];
}

type Judged = {
  readonly row: Indicator;
  readonly points: Decimal;
  readonly readings: readonly TargetScores[];
  readonly remarks: readonly OutcomeRemark[];
  readonly setting: Setting;
};

type Common = Omit<Outcome, 'verdict' | 'because'>;

function judgeTarget({ row, points, readings, remarks, setting }: Judged): Outcome {
  const [first] = readings;
  const scores = union(...readings.map((reading) => reading.scores));
  const values = [
    ...new Set(
      readings.flatMap(({ expected }) => (expected ? [expected.toDecimalPlaces(4).toFixed()] : ['?'])),
    ),
  ];
  const [only] = values;
  const expected =
    row.kind === 'execution'
      ? readings[0]?.expected?.toDecimalPlaces(4).toFixed()
      : values.length === 1 && only !== '?'
        ? only
        : undefined;
  const [range] = hull(scores);
  const common: Common = {
    ...(expected === undefined ? {} : { expected }),
    ...(range
      ? { range: [range.low.toDecimalPlaces(4).toFixed(), range.high.toDecimalPlaces(4).toFixed()] as const }
      : {}),
    admissible: toAdmissible(between(0, points)),
    ...(first ? { rule: first.kind } : {}),
    basis: row.kind === 'execution' || setting.formRules.source === 'remarks' ? 'form' : 'target',
    ...(remarks.length > 0 ? { remarks } : {}),
  };
  const clause = readings[0]?.clause ?? { zh: '', en: '' };
  if (!row.selfScore)
    return {
      ...common,
      verdict: 'not-scored',
      because: { zh: `没有自评得分；${clause.zh}`, en: `no self score is printed; ${clause.en}` },
    };
  const score = new Decimal(row.selfScore.value);
  const fits = (set: ScoreSet): boolean =>
    accepts(set, score, {
      precision: setting.precision,
      points,
      rounds: readings.every(({ kind }) => kind !== 'deadline'),
    });
  const execution = row.kind === 'execution' ? scoredExecution(row, setting) : undefined;
  const decision = execution && decideExecution(execution, setting.assessment).kind;
  const isLost =
    score.lt(points) && score.gte(0) && readings.some((reading) => reading.isMet && reading.kind !== 'bands');
  if (decision === undefined ? !fits(scores) && !isLost : decision === 'differs') {
    if (!fits(between(0, points)))
      return { ...common, verdict: 'inadmissible', because: outside(score, points) };
    return {
      ...common,
      verdict: 'contradicted',
      because: against(clause, { score, expected, range, points, setting }),
    };
  }
  if (decision === 'own-terms') return byOwnTerms(common, score);
  const isExact =
    decision === undefined
      ? expected !== undefined && fits(between(expected, expected))
      : decision === 'agrees' && fits(scores);
  if (isExact)
    return {
      ...common,
      verdict: 'confirmed',
      because: { zh: `${clause.zh}；得${score.toFixed()}分`, en: `${clause.en}; gives ${score.toFixed()}` },
    };
  return {
    ...common,
    verdict: 'admissible',
    because: {
      zh: `${clause.zh}；${score.toFixed()}分在可能范围内，不能断定`,
      en: `${clause.en}; ${score.toFixed()} is possible and cannot be decided`,
    },
  };
}

/** What is expected by rate × points does not hold where the form says otherwise. */
function byOwnTerms({ expected: _expected, range: _range, ...common }: Common, score: Decimal): Outcome {
  return {
    ...common,
    verdict: 'admissible',
    because: {
      zh: `表中对执行率另有计分或说明，${score.toFixed()}分不按“执行率×分值”判断`,
      en: `the form scores its execution rate by terms of its own; ${score.toFixed()} is not held against rate × points`,
    },
  };
}

const outside = (score: Decimal, points: Decimal): Outcome['because'] => ({
  zh: `得分${score.toFixed()}不在0到分值${points.toFixed()}之间`,
  en: `the score ${score.toFixed()} does not lie between 0 and the row's ${points.toFixed()} points`,
});

type Against = {
  readonly score: Decimal;
  readonly expected: string | undefined;
  readonly range: { readonly low: Decimal; readonly high: Decimal } | undefined;
  readonly points: Decimal;
  readonly setting: Setting;
};

function against(
  clause: Localized,
  { score, expected, range, points, setting }: Against,
): Outcome['because'] {
  const between = range
    ? `${range.low.toDecimalPlaces(2).toFixed()}～${range.high.toDecimalPlaces(2).toFixed()}`
    : '?';
  const result = expected ?? between;
  const assumed =
    setting.formRules.source === 'custom'
      ? {
          zh: '（表中未写计分规则，按财预〔2020〕10号通行规则）',
          en: ' (the form states no rule; the national custom was used)',
        }
      : { zh: '', en: '' };
  return {
    zh: `${clause.zh}；复算${result}分，自评${score.toFixed()}分（分值${points.toFixed()}）${assumed.zh}`,
    en: `${clause.en}; recomputed ${result}, printed ${score.toFixed()} of ${points.toFixed()}${assumed.en}`,
  };
}

function unknown(row: Indicator, points: Decimal, remarks: readonly OutcomeRemark[]): Outcome {
  const because = {
    zh: '实际完成值照抄目标值，不是实际数，无法复算',
    en: 'the actual result repeats the target; there is nothing to recompute from',
  };
  const common = { admissible: toAdmissible(between(0, points)), basis: 'target', remarks } as const;
  return { ...common, verdict: row.selfScore ? 'admissible' : 'not-scored', because };
}

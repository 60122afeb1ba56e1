import { Decimal } from 'decimal.js';
import type { Random } from '../random.ts';
import type { ProjectKind } from '../vocabulary/projects.ts';
import { reasons } from '../vocabulary/wordings.ts';
import { plain, rounded } from './figures.ts';

/** What a row says beside its points: target, actual, the score that follows from them, and why points were lost. */
export type RowFacts = {
  readonly name: string;
  readonly sign: string;
  readonly value: string;
  readonly measure: string;
  readonly actual: string;
  readonly selfScore: string;
  readonly reason?: string;
};

export type RowMaker = (random: Random, row: RowTask) => RowFacts;

/** `met`: whether the target is reached; a missed one loses points by ratio and says why. */
export type RowTask = {
  readonly project: ProjectKind;
  readonly points: Decimal;
  readonly year: number;
  readonly met: boolean;
  /** Number of the row within its kind, so that names differ. */
  readonly turn: number;
};

const full = (points: Decimal): string => plain(points);

const byRatio = (points: Decimal, ratio: Decimal): string => plain(rounded(points.times(ratio), 2));

/** A thing that is counted: `≥850座`, `862座`. */
export const makeQuantity: RowMaker = (random, { project, points, met, turn }) => {
  const thing = project.quantities[turn % project.quantities.length] ?? random.pick(project.quantities);
  const target = new Decimal(random.pick([4, 12, 30, 85, 120, 260, 850, 1400, 36000])).plus(
    random.integer(0, 9),
  );
  const base = { name: countedName(random, thing.name), measure: thing.measure };
  if (met) {
    const over = random.chance(0.5) ? 0 : target.times(random.pick(['0.02', '0.05', '0.1', '0.35'])).ceil();
    const actual = target.plus(over);
    const sign = target.eq(actual) ? random.pick(['=', '≥']) : '≥';
    return { ...base, sign, value: plain(target), actual: plain(actual), selfScore: full(points) };
  }
  const actual = target.times(random.pick(['0.93', '0.85', '0.77', '0.64'])).floor();
  return {
    ...base,
    sign: '≥',
    value: plain(target),
    actual: plain(actual),
    selfScore: byRatio(points, actual.div(target)),
    reason: random.pick(reasons),
  };
};

/** `改造户数` already says that it is counted, `更换管网` may say so. */
const countedName = (random: Random, thing: string): string =>
  /[数次积长度程量]$/.test(thing) ? thing : `${thing}${random.pick(['', '数量'])}`;

/** A rate in percent: `≥95%`, `97.3%`, `100%`. */
const makeRate =
  (nameOf: (task: RowTask) => string): RowMaker =>
  (random, task) => {
    const target = new Decimal(random.pick([80, 85, 90, 92, 95, 98, 100]));
    const base = { name: nameOf(task), sign: target.eq(100) ? random.pick(['=', '≥']) : '≥', measure: '%' };
    if (task.met) {
      const room = new Decimal(100).minus(target);
      const actual = target.plus(room.times(random.pick(['0', '0.26', '0.4', '0.7', '1'])));
      return { ...base, value: plain(target), actual: plain(actual), selfScore: full(task.points) };
    }
    const actual = target.minus(random.pick(['1.5', '4', '8.25', '12']));
    const selfScore = byRatio(task.points, actual.div(target));
    return {
      ...base,
      sign: '≥',
      value: plain(target),
      actual: plain(actual),
      selfScore,
      reason: random.pick(reasons),
    };
  };

export const makeQuality = makeRate(
  ({ project, turn }) => project.rates[turn % project.rates.length] ?? '合格率',
);

export const makeSatisfaction = makeRate(
  ({ project, turn }) => `${project.people}${turn ? '投诉处理' : ''}满意度`,
);

/** A limit in time, met in words or by an earlier date. */
export const makeTimeliness: RowMaker = (random, { points, year, turn }) => {
  const name =
    random.pick(['任务完成时间', '项目完成及时性', '资金支付时限', '工程完工时间']) +
    (turn ? `（第${turn + 1}批）` : '');
  const month = random.integer(6, 12);
  const [value, actual] = random.pick([
    [`${year}年${month}月底前`, `${year}年${month - random.integer(0, 3)}月`],
    ['12月底之前完成', '已完成'],
    ['及时', '及时'],
    [`${year}年12月31日前`, `${year}年12月${random.integer(1, 28)}日`],
    ['在项目计划完成时间内完成', '按期完成'],
  ]);
  return { name, sign: '', value, measure: '', actual, selfScore: full(points) };
};

/** A limit of cost, or a count that must be zero. */
export const makeCost: RowMaker = (random, { points, turn }) => {
  if (random.chance(0.15)) {
    const name = `成本超支${random.pick(['项目数', '起数'])}${turn ? `（第${turn + 1}批）` : ''}`;
    return { name, sign: '=', value: '0', measure: '个', actual: '0', selfScore: full(points) };
  }
  const name =
    random.pick(['项目总成本', '单位建设成本', '人均补助标准', '运行维护成本']) +
    (turn ? '（配套部分）' : '');
  const limit = new Decimal(random.integer(20, 9000)).div(random.pick([1, 10]));
  const actual = limit.times(random.pick(['1', '0.98', '0.9', '0.72'])).toDecimalPlaces(2);
  const measure = random.pick(['万元', '元', '元/人']);
  return { name, sign: '≤', value: plain(limit), measure, actual: plain(actual), selfScore: full(points) };
};

/** An effect that only words describe; a partial one scores inside its band (80 to 60 %). */
export const makeEffect: RowMaker = (random, { project, points, met, turn }) => {
  const name = `${project.effects[turn % project.effects.length] ?? '社会影响'}${random.pick(['改善情况', '提升程度', '提升情况'])}`;
  const value = random.pick(['效果明显', '稳步提高', '有效改善', '逐步完善', '显著提升']);
  if (met) {
    const actual = random.pick([value, '达成预期指标', '达成年度指标', '完成']);
    return { name, sign: '', value, measure: '', actual, selfScore: full(points) };
  }
  return {
    name,
    sign: '',
    value,
    measure: '',
    actual: '部分达成年度指标并具有一定效果',
    selfScore: byRatio(points, new Decimal(random.pick(['0.6', '0.7', '0.75']))),
    reason: random.pick(reasons),
  };
};

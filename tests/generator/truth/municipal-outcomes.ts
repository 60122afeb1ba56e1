import { Decimal } from 'decimal.js';
import type { Random } from '../random.ts';
import { municipalRubric } from '../vocabulary/municipal-rubric.ts';
import { plain, rounded } from './figures.ts';

/** A score that a row's standard yields, with the sentence that shows why. */
export type RowOutcome = { readonly score: string; readonly evidence: string };

type Maker = (random: Random) => RowOutcome;

const allOf =
  (full: string, lost: readonly RowOutcome[], evidence: readonly string[]): Maker =>
  (random) =>
    lost.length > 0 && random.chance(0.15)
      ? random.pick(lost)
      : { score: full, evidence: random.pick(evidence) };

const spending: Maker = (random) => {
  const rate = random.chance(0.4) ? new Decimal(100) : new Decimal(random.integer(800, 999)).div(10);
  return { score: plain(rate.div(10)), evidence: `全年各月执行率的平均数为${plain(rate)}%。` };
};

const carriedOver: Maker = (random) => {
  const total = new Decimal(random.integer(300000, 3000000)).div(100);
  const left = rounded(total.times(random.pick(['0', '0.04', '0.088', '0.153', '0.26'])), 2);
  const rate = left.div(total).times(100);
  const score = rate.lte(10) ? '2' : rate.lte(20) ? '1' : '0.5';
  return {
    score,
    evidence: `年末结转结余${plain(left)}万元，年初结转结余与当年拨款合计${plain(total)}万元，结转结余率${rate.toFixed(2)}%。`,
  };
};

const contracts: Maker = (random) => {
  const all = random.integer(8, 60);
  const inTime = random.chance(0.6) ? all : all - random.integer(1, Math.ceil(all / 4));
  const rate = new Decimal(inTime).div(all).times(100);
  const score = rate.eq(100) ? '3' : rate.gte(90) ? '2' : rate.gte(80) ? '1' : '0';
  const printed = plain(rounded(rate, 1));
  return {
    score,
    evidence: `全年采购项目${all}个，按规定时间签订合同${inTime}个，合同签订及时率${printed}%。`,
  };
};

const assets: Maker = (random) => {
  const all = new Decimal(random.integer(100000, 900000)).div(100);
  const used = rounded(all.times(random.pick(['1', '0.96', '0.913', '0.82', '0.66'])), 2);
  const rate = used.div(all).times(100);
  const score = rate.gte(90) ? '2' : rate.gte(75) ? '1.5' : '1';
  return {
    score,
    evidence: `在用固定资产${plain(used)}万元，全部固定资产${plain(all)}万元，固定资产利用率${rate.toFixed(1)}%。`,
  };
};

const smallFirms: Maker = (random) => {
  const kept = plain(new Decimal(random.integer(10000, 400000)).div(100));
  return { score: '1', evidence: `预留面向中小企业采购金额${kept}万元，实际采购${kept}万元，比例为100%。` };
};

const running: Maker = (random) => {
  const planned = new Decimal(random.integer(8000, 60000)).div(100);
  const spent = rounded(planned.times(random.pick(['1', '0.97', '0.88'])), 2);
  return { score: '2', evidence: `公用经费预算安排${plain(planned)}万元，实际支出${plain(spent)}万元。` };
};

const visits: Maker = (random) => {
  const planned = new Decimal(random.integer(200, 6000)).div(100);
  const spent = rounded(planned.times(random.pick(['1', '0.84', '0.5'])), 2);
  return { score: '2', evidence: `“三公”经费预算安排${plain(planned)}万元，实际支出${plain(spent)}万元。` };
};

/** How each row of the rubric comes to its score, in the order of the rubric. */
const makers: readonly Maker[] = [
  allOf(
    '20',
    [{ score: '19', evidence: '有1项产出指标没有全部完成，按完成率计分。' }],
    ['申报的产出指标全部完成。', ''],
  ),
  allOf(
    '20',
    [{ score: '18.5', evidence: '个别效益指标低于目标值，按完成率计分。' }],
    ['申报的效益指标全部完成。', ''],
  ),
  spending,
  allOf('3', [], ['本年没有达到规定金额的新增入库项目，不涉及。', '应评估的2个项目都做了评估。']),
  carriedOver,
  allOf(
    '2',
    [{ score: '1.5', evidence: '审计指出1项问题，已限期整改。' }],
    ['审计和财会监督没有指出问题。', ''],
  ),
  allOf('2', [], ['预算、决算均在批复后20日内公开。', '']),
  allOf('2', [{ score: '1', evidence: '自评材料没有按时公开。' }], ['绩效目标和自评材料都按时公开。', '']),
  allOf(
    '5',
    [{ score: '2.5', evidence: '没有以制度明确下属单位的绩效职责。' }],
    ['制度写明了各环节要求和职责分工。', ''],
  ),
  allOf(
    '3',
    [{ score: '1.8', evidence: '评价结果没有与预算安排挂钩。' }],
    ['预警信息及时处理，评价意见均已落实。', ''],
  ),
  allOf(
    '7',
    [{ score: '6', evidence: '监控材料没有按时报送。' }],
    ['目标、监控、自评工作都按要求完成。', ''],
  ),
  allOf('0.5', [], ['采购意向100%公开。']),
  allOf('1.5', [{ score: '0', evidence: '个别采购意向公开时间不符合规定。' }], ['公开时间符合规定。', '']),
  allOf('1', [], ['已制定采购内部控制办法。', '']),
  allOf('2', [{ score: '1', evidence: '有1例投诉经认定成立。' }], ['没有收到投诉。', '']),
  contracts,
  allOf('1', [{ score: '0', evidence: '部分合同没有在2个工作日内备案。' }], ['合同都按时备案。', '']),
  smallFirms,
  allOf('2', [], ['办公用房和设备没有超标准。', '']),
  allOf(
    '1',
    [{ score: '0.5', evidence: '有1笔租金上缴逾期超过3个月。' }],
    ['没有资产收益，不涉及上缴。', ''],
  ),
  allOf('1', [], ['12月完成盘点并处理盘点结果。', '']),
  allOf(
    '2',
    [{ score: '1.8', evidence: '年报附注有一处填报不完整，酌情扣分。' }],
    ['年报数据完整、准确。', ''],
  ),
  allOf('2', [{ score: '1.5', evidence: '巡视发现1次资产管理问题。' }], ['没有发现资产管理问题。', '']),
  assets,
  running,
  visits,
];

/** Outcomes of all rows; in a form whose evidence column stays empty, none has a sentence. */
export function makeMunicipalOutcomes(random: Random, evidence: 'given' | 'blank'): readonly RowOutcome[] {
  if (makers.length !== municipalRubric.length) throw new RangeError('a rubric row has no way to its score');
  return makers.map((make) => {
    const outcome = make(random);
    return evidence === 'given' ? outcome : { ...outcome, evidence: '' };
  });
}

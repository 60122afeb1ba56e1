import { Decimal } from 'decimal.js';
import type { GeneratedRow } from '../generated.ts';
import type { Random } from '../random.ts';
import { plain, rounded, splitPoints } from '../truth/figures.ts';
import { reasons } from '../vocabulary/wordings.ts';

/** Levels and names as department forms without a prescribed rubric have them. */
const branches = `投入|预算配置|在职人员控制率;三公经费变动率;重点支出安排率
过程|预算执行|预算完成率;预算调整率;支付进度率;结转结余率
过程|预算管理|管理制度健全性;资金使用合规性;预决算信息公开性
过程|资产管理|资产管理安全性;固定资产利用率
产出|职责履行|实际完成率;完成及时率;质量达标率;重点工作办结率
效果|履职效益|经济效益;社会效益;生态效益
效果|满意度|社会公众满意度;服务对象满意度`
  .split('\n')
  .map((line) => {
    const [level1 = '', level2 = '', names = ''] = line.split('|');
    return { level1, level2, names: names.split(';') };
  });

/** Rows of a department form with `total` points; scores stand by themselves, with a reason where points were lost. */
export function makeDepartmentRows(random: Random, total: Decimal, step: string): readonly GeneratedRow[] {
  const paths = branches.flatMap(({ level1, level2, names }, index) =>
    index > 3 || random.chance(0.75)
      ? random.sample(names, random.integer(1, names.length)).map((name) => [level1, level2, name])
      : [],
  );
  const shares = splitPoints(random, total, { count: paths.length, step });
  return paths.map((path, index): GeneratedRow => {
    const points = shares[index] ?? new Decimal(0);
    const isFull = random.chance(0.75);
    const share = random.pick(['0.95', '0.9', '0.8', '0.5', '0.87', '0']);
    const score = isFull ? points : rounded(points.times(share), random.integer(0, 2));
    const isLost = score.lt(points);
    const name = path.at(-1) ?? '';
    return {
      kind: 'indicator',
      path,
      maxScore: plain(points),
      selfScore: plain(Decimal.min(score, points)),
      definition: `反映${name}的情况，用以考核工作成效`,
      standard: isLost
        ? '按完成情况酌情给分'
        : random.pick(fullStandards(plain(points), plain(points.div(10)))),
      sign: '',
      value: random.pick(['健全', '有所提升', '明显', '达到要求']),
      measure: '',
      actual: isLost
        ? random.pick(['基本完成', '部分完成', '部分达成'])
        : random.pick(['已完成', '达成预期指标']),
      ...(isLost ? { reason: random.pick(reasons) } : {}),
    };
  });
}

const fullStandards = (points: string, step: string): readonly string[] => [
  `达到目标得${points}分，每低1个百分点扣${step}分，扣完为止`,
  '完成率×分值',
  '达成得满分，未达成按比例得分',
  '得分=实际完成值/目标值×分值，最高不超过分值',
  '全部完成得满分，否则按完成比例计分',
];

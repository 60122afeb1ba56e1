import { Decimal } from 'decimal.js';
import type { Award, Loss } from './ast.ts';
import { numberWords as N, readNumberWords } from './quantity.ts';
import type { Meaning } from './token.ts';

/** A wording of the scoring language: how it is recognised in clean text, what it says, and texts that it matches whole. */
export type Phrase = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Meaning | undefined;
  readonly examples: readonly string[];
};

const share = (percent: string): string => new Decimal(percent).div(100).toFixed();
const award = (given: Award): Meaning => ({ kind: 'award', award: given });
const points = (words: string): Award => {
  const given = readNumberWords(words);
  return given === '0' ? { kind: 'points', points: '0' } : { kind: 'points', points: given };
};
const lossOfPoints = (words: string): Loss => ({ kind: 'points', points: readNumberWords(words) });

const whole =
  '(?:该|本|此|相应|对应)?(?:项|指标|小项|部分)?(?:的|得|权重|标准|指标|全部|应得)*(?:分值|分数|满分|权重分|权重|总分|得分|分)?的?';
const own =
  '(?:(?<!否)则|均|各|分别|即|就|可|应|予以|直接|(?:该|本|此)(?:项|指标|部分|小项)?(?:指标)?|自评|考核|评价|综合|最终)*';
const verb = '(?:得分?|记|计|给|可得|获得|赋|评为|评|为|加|奖励)';

const limits: Phrase = {
  name: 'limit',
  pattern: new RegExp(
    [
      '(?:根据上述扣分情况,?)?(?:直至|直到|至|以)?(?:该项|本项|此项|指标|全部)*(?:分值|分数|满分|权重分|得分|分)?扣完(?:该项|本项|此项|指标|全部|的)*(?:分值|分数|满分|得分|权重|分)?为止',
      '(?:直至|直到)?(?:扣|扣减|减)(?:至|到|为|完)(?:0|零)分?为?止?',
      '(?:最低|最少|至少)(?:得|为|计|记)?(?:0|零)分',
      '(?:得分)?(?:不出现|不计|不为|不得出现)负(?:分|数|值)',
      '(?:得分)?(?:以|加|得|计|至)?(?:该项|本项|指标)*(?:满分|分值|权重分)(?:加满)?为(?:止|限|上限)',
      '加满为止',
      '(?:最高|最多)?(?:得分|总分|累计得分)?(?:最高)?(?:不|不得|不能)(?:超过|突破|高于|超出)(?:该项|本项|此项|本|该|指标|的)*(?:权重总额|分值|满分|权重分?|总分|标准分)',
      '(?:其他|其它|相应|有关)?(?:指标|项)?(?:中)?(?:同一问题|同一事项|已(?:经)?扣(?:过)?分的)?,?(?:在)?(?:此项|本项|该项|此处)?(?:指标)?不(?:再)?(?:重复)?(?:扣分|重复计分|重复计算|重复扣减)',
      '(?:最多|最高)?(?:扣|扣减)(?:分)?(?:不超过)(?:该项|本项|指标|的)*(?:满分|分值)',
    ].join('|'),
    'y',
  ),
  read: () => ({ kind: 'limit' }),
  examples: ['扣完为止', '减至0分为止', '满分为止', '得分不得突破权重总额', '不重复扣分', '最低得0分'],
};

const partialUnits: Phrase = {
  name: 'partial',
  pattern:
    /\(?不足(?:\d+(?:\.\d+)?|[一二两三四五])?(?:个)?(?:%|百分点|单位|的?部分|[天日次项个月工作]+)的?,?(?:均|也)?(不计|不扣分?|不予扣分|忽略不计|舍去|按(?:一个|1个|一|1|\d+(?:\.\d+)?%)?(?:个?百分点|个?单位|[天日次项个月工作]*)?(?:计算|计|扣分|扣减)|按比例(?:计算|扣分|扣减|折算))\)?/y,
  read: ([how = '']) => ({
    kind: 'partial',
    partial: /^按比例/.test(how) ? 'proportional' : /^按/.test(how) ? 'started' : 'whole',
  }),
  examples: ['不足1个百分点的按1个百分点计算', '不足一个百分点的不扣分', '不足5%的按比例扣分'],
};

const caps: readonly Phrase[] = [
  {
    name: 'cap-score',
    pattern: new RegExp(
      `(?:本项|该项|此项|累计|合计|总计)?(?:最高|最多|上限|至多)(?:可|不超过|为|可以)?(?:得分?|加分?|计|记|给)?(?:不超过|为)?(${N})分(?:为止|封顶)?|(?:得|加|至|以)?(?:满)?(${N})分(?:为止|封顶|为限)`,
      'y',
    ),
    read: ([first, second]) => ({
      kind: 'cap',
      of: 'score',
      points: readNumberWords(first ?? second ?? '0'),
    }),
    examples: ['最高得3分', '最多加2分', '3分封顶'],
  },
  {
    name: 'cap-loss',
    pattern: new RegExp(
      `(?:最高|最多|累计|至多)(?:可)?扣(?:分|减|除)*(?:不超过)?(${N})分(?:为止)?|扣完(${N})分为止|扣满(${N})分为止`,
      'y',
    ),
    read: ([first, second, third]) => ({
      kind: 'cap',
      of: 'loss',
      points: readNumberWords(first ?? second ?? third ?? '0'),
    }),
    examples: ['最多扣2分', '扣完2分为止'],
  },
];

const discretion: Phrase = {
  name: 'discretion',
  pattern: new RegExp(
    `(?:根据|视|依据|按照?|结合)?(?:具体|实际|完成|其|相关|执行|落实|整改|严重|问题)*(?:情况|情形|程度|情节|质量|轻重)?(?:轻重|程度)?(?:,)?(?:酌情|适当|视情况?|酌|合理(?=确定|评定|给|扣))(?:予以|进行|给予|相应|确定|适当|情况)*(?:扣分|扣减分?值?|扣除相应分值|减分|给分|计分|得分|评分|打分|赋分|加分|记分|分值|(?:扣|扣减|得|给|计|减|加)(?:${N}[-至到])?${N}分)|(?:根据|视|依据|按照?)(?:具体|实际|完成|其|执行|落实)*(?:情况|情节|程度|质量)(?:轻重|程度)?(?:给予)?(?:扣分|给分|打分|评分|计分|扣减|得分|赋分)`,
    'y',
  ),
  read: () => ({ kind: 'discretion' }),
  examples: [
    '酌情扣分',
    '根据情况适当扣分',
    '视情况扣分',
    '酌情扣0.5-1分',
    '视情节轻重酌情扣分',
    '根据完成情况酌情给分',
  ],
};

const spans: readonly Phrase[] = [
  {
    name: 'loss-span',
    pattern: new RegExp(`(?:扣|扣减|减)${N}(?:分)?[-至到]${N}分`, 'y'),
    read: () => ({ kind: 'discretion' }),
    examples: ['扣0.5-1分'],
  },
];

const awards: readonly Phrase[] = [
  {
    name: 'award-none',
    pattern: new RegExp(
      `${own}(?:不得分|不计分|不给分|不予计分|不予得分|不予给分|不赋分|得零分|计零分|记零分|${verb}0分|(?:扣|扣除|扣减)(?:除|减)?(?:该项|本项|此项|本指标|该指标|指标|的)*(?:全部|所有)(?:的)?(?:分值|分数|得分|分)|扣(?:满分|全分)|全扣|全部扣完|(?<![\\d.])0分(?!钟|贝)|零分)`,
      'y',
    ),
    read: () => award({ kind: 'points', points: '0' }),
    examples: ['不得分', '得0分', '此项自评不得分', '计0分', '扣除全部分值'],
  },
  {
    name: 'award-half',
    pattern: new RegExp(
      `${own}(?:${verb}${whole}一半的?(?:分值|分数|分)?|${verb}半数分|减半(?:得分|计分|记分|给分)|(?:按|得)?(?:分值|满分|标准分)的?一半(?:计分|得分|记分|给分)?|折半(?:计分|得分))`,
      'y',
    ),
    read: () => award({ kind: 'share', share: '0.5' }),
    examples: ['得一半分', '减半计分', '得分值的一半', '得该项分值的一半'],
  },
  {
    name: 'award-share',
    pattern: new RegExp(
      `${own}(?:${verb}|按照?)${whole}(\\d{1,3}(?:\\.\\d+)?)%(?:(?:的?(?:权重|分值|分数|得分|标准分|满分|分)(?:计算)?(?:得分|计分|记分|给分)?)|计分|得分|记分|给分|计算得分)|${verb}${whole}(\\d{1,3}(?:\\.\\d+)?)%(?=[,;。]|$)`,
      'y',
    ),
    read: ([first, second]) => award({ kind: 'share', share: share(first ?? second ?? '0') }),
    examples: ['得50%的分值', '按分值的80%计分', '得该项分值的60%', '得80%分'],
  },
  {
    name: 'award-full',
    pattern: new RegExp(
      `${own}${verb}?(?:该项|本项|此项|本指标|指标|的)*(?:满分|全分|全部分值|全部分数|全部的?分)(?!为|[的减]|扣)(?:\\(?${N}分\\)?)?`,
      'y',
    ),
    read: () => award({ kind: 'full' }),
    examples: ['得满分', '记满分', '得全分', '得该项全部分值'],
  },
  {
    name: 'award-points',
    pattern: new RegExp(`${own}${verb}(?:分)?:?(${N})分(?!钟|贝|以|的)(?:\\(满分\\))?`, 'y'),
    read: ([given = '0']) => award(points(given)),
    examples: ['得2分', '计5分', '得1.5分', '得一分', '得分2分'],
  },
  {
    name: 'award-bare',
    pattern: /(?<![\d.\-至到减增加扣差超低高])(\d{1,3}(?:\.\d{1,2})?)分(?=[,;。、)]|$)/y,
    read: ([given = '0']) => award(points(given)),
    examples: ['2分', '1.5分'],
  },
];

const losses: readonly Phrase[] = [
  {
    name: 'loss-points',
    pattern: new RegExp(
      `${own}(?:倒)?(?:扣|(?<!递)减|扣减|扣除|减扣|扣分|减少)(?:分)?(${N})分(?!钟)(?:\\/(次|项|个|例|笔|处|条|件|天|日|人|份|家))?`,
      'y',
    ),
    read: ([given = '0', per]) => ({ kind: 'loss', loss: lossOfPoints(given), ...(per ? { per } : {}) }),
    examples: ['扣0.5分', '扣减1分', '扣0.5分/次', '各扣1分'],
  },
  {
    name: 'loss-share',
    pattern: new RegExp(
      `${own}(?:扣|扣减|扣除|减)(?:去)?(?:${whole})(\\d{1,3}(?:\\.\\d+)?)%(?:的?(?:权重分|权重|分值|分数|得分|标准分|分))?`,
      'y',
    ),
    read: ([percent = '0']) => ({ kind: 'loss', loss: { kind: 'share', share: share(percent) } }),
    examples: ['扣权重分的10%', '扣20%的分值', '扣减该项分值的5%'],
  },
  {
    name: 'loss-half',
    pattern: new RegExp(`${own}(?:扣|扣减|扣除)(?:${whole})(?:一半|50%)(?:的?(?:分值|分数|分))?`, 'y'),
    read: () => ({ kind: 'loss', loss: { kind: 'share', share: '0.5' } }),
    examples: ['扣一半分', '扣该项分值的一半'],
  },
];

const ratios: readonly Phrase[] = [
  {
    name: 'by-inverse-ratio',
    pattern:
      /(?:得分)?按照?(?:年度|年初)?(?:目标值|指标值|计划值)(?:与|\/|除以)(?:年度)?(?:实际)?(?:完成)?(?:值|数)(?:的)?(?:比例|比值|比率)?(?:×(?:该项|本项|指标|的)*(?:分值|权重))?(?:计算)?(?:得分|计分|记分|给分|折算)/y,
    read: () => ({ kind: 'by-ratio', measure: '', direction: 'inverse' }),
    examples: ['按指标值与实际完成值的比例记分'],
  },
  {
    name: 'by-ratio',
    pattern:
      /(?:得分)?按照?([^,;。:()=<>≤≥得扣]{0,24}?)(?:的?比例|占比|百分比|比值|的?比重)(?:和分值|乘以分值|×分值)?(?:来|进行|相应|计算|折算|核算|换算|确定|给予|予以|加以|同)*(?:得分|计分|给分|记分|打分|评分|赋分|扣分|扣减分?值?|扣除分值|扣除|分值|折算)|按比例/y,
    read: ([measure = '']) => ({
      kind: 'by-ratio',
      measure: measure.replace(/(?:的|实际|相应|一定)+$/, ''),
      direction: 'forward',
    }),
    examples: ['按比例得分', '按完成比例计算得分', '按完成值与指标值的比例记分', '按比例扣分'],
  },
  {
    name: 'by-rate',
    pattern:
      /(?:得分)?按照?([^,;。:()=<>≤≥得扣]{0,20}?(?:率|程度|进度))(?:乘以|×|乘|\*)?(?:该项|本项|此项|本|该|指标|的)*(?:分值|权重|满分|标准分|总分)?(?:来|进行|计算|折算|核算|相应|确定)*(?:得分|计分|给分|记分|打分|评分|赋分|折算得分|扣分)/y,
    read: ([measure = '']) => ({
      kind: 'by-ratio',
      measure: measure.replace(/^(?:其|实际)+(?=.{2})/, ''),
      direction: 'forward',
    }),
    examples: ['按完成率计分', '按实际完成率乘以分值计分', '按支出率计算得分'],
  },
  {
    name: 'rate-times-number',
    pattern: new RegExp(
      `按?(?:照)?(?:其|实际)?([\\p{Script=Han}]{1,15}率)(?:×|乘以|乘)(${N})分(?:来)?(?:计算|计|得|记)?(?:得分|分)?`,
      'uy',
    ),
    read: ([measure = '', given = '0']) => ({
      kind: 'score-formula',
      expression: `${measure}×${readNumberWords(given)}`,
    }),
    examples: ['按覆盖率乘以2分计算得分', '办结率×2分计算'],
  },
  {
    name: 'rate-times-points',
    pattern:
      /([\p{Script=Han}]{2,16}率)×(?:该项|本项|此项|本|该|指标|的)*(?:分值|权重|满分|标准分)(?:计算得分|即?为得分|计算|计分|得分)/uy,
    read: ([measure = '']) => ({ kind: 'by-ratio', measure, direction: 'forward' }),
    examples: ['资金到位率×分值计算得分'],
  },
];

const compositions: readonly Phrase[] = [
  {
    name: 'sub-scores',
    pattern:
      /(?:(?:再|最后)?计算)?(?:本|该)?(?:评价)?(?:指标|项)?的?(?:综合|最终|总)?得分=(?:∑|各)?各?(?:项|个)?[^,;。=+]{0,14}?(?:单项)?(?:指标)?(?:得分|分值)(?:的)?(?:合计|之和|总和|汇总|加总|累计|累加)(?:数|值)?|得分=∑[^,;。=+]{0,14}(?:得分|分值)|各[^,;。=+]{0,14}(?:指标|项)?(?:的)?得分(?:相加|加总|之和|合计|累加|汇总),?(?:即为?|为|得出|作为|计入)(?:本|该)?(?:项|指标)?的?(?:综合|最终|总)?得分/y,
    read: () => ({ kind: 'sub-scores' }),
    examples: ['综合得分=各产出指标单项得分合计', '得分=各指标得分之和'],
  },
  {
    name: 'bands',
    pattern:
      /(?:分别)?(?:按照?)?(?:该|本)?(?:指标|项)?(?:的)?(?:对应)?(?:分值)?(?:区间|比例)?:?100%?(?:\(含100%?\)|\(含\))?-(\d{2})%(?:\(含(?:\d{2}%)?\))?[、,;]\1%?(?:\(不含(?:\d{2}%)?\))?-(\d{2})%(?:\(含(?:\d{2}%)?\))?(?:和|[、,;])\2%?(?:\(不含(?:\d{2}%)?\))?-0%?(?:\(含(?:0%)?\))?(?:的?区间)?(?:来|合理|内|之间|范围)*(?:确定|给予|赋予|计算|评定)?(?:分值|得分|分数|计分|记分|给分)?/y,
    read: ([high = '0', low = '0']) => ({ kind: 'bands', bounds: [share(high), share(low)] }),
    examples: [
      '分别按照该指标对应分值区间100%-80%(含80%)、80%-60%(含60%)、60%-0%合理确定分值',
      '按100%-80%(含)、80%-50%(含)、50%-0%合理确定分值',
    ],
  },
  {
    name: 'shares',
    pattern: new RegExp(
      `(?:(?:以上|上述|这)?(?:两|二|三|四|五|六|各|几|${N})?[项个]?(?:部分|内容|方面|指标)?的?(?:得分|分值|权重|分数)?)?(?:各自?|分别|均|权重|占比)+(?:占|按|为)?(?:总分|分值|权重|本指标|该项|的|指标)*((?:\\d{1,3}(?:\\.\\d+)?%[、,和与及]*){1,8})(?:的?(?:权重|分值|比重|比例|分数|分))?(?:(?:,)?(?:计算|算|汇总|得)出?(?:本|该|此)?(?:项|指标)?的?(?:综合|最终)?得分)?|(?:(?:以上|上述)?(?:各|两|三|四|五)?项?(?:得分|分值)?)?(?:各|分别|平均)占(?:总分|分值|的)*(一半|二分之一|三分之一|四分之一|五分之一|1\\/\\d)(?:的?(?:权重|分值|分))?|(两|二|三|四|五)项(?:分值|权重)?(?:平均分配|均分|平分)(?:分值|权重)?`,
      'y',
    ),
    read: ([listed, fraction, count]) => readShares(listed ?? '', fraction ?? count ?? ''),
    examples: ['以上两项得分各占50%', '以上三项得分分别占30%、30%和40%,算出本指标综合得分', '各占一半'],
  },
  {
    name: 'one-of',
    pattern:
      /(?:以下|下列|上述|以上)?(?:二者|两者|两项|二项|任)(?:指标)?(?:中)?(?:择其一|选其一|择一|任选其一)(?:进行)?(?:考核|评分|计分|评价)?/y,
    read: () => ({ kind: 'one-of' }),
    examples: ['二者择其一进行考核', '两项择一'],
  },
  {
    name: 'equal-split',
    pattern:
      /(?:三级)?(?:指标)?(?:分值|权重)?按(?:三级)?指标个数平均(?:确定|分配)(?:分值)?(?:\([^()]{0,30}\))?(?:,)?(?:四舍五入(?:后)?(?:保留|取)整数?)?/y,
    read: () => ({ kind: 'equal-split' }),
    examples: ['分值按三级指标个数平均确定,四舍五入保留整数'],
  },
];

const sizes: readonly Phrase[] = [
  {
    name: 'allotment',
    pattern: new RegExp(`\\((?:满分|共|计|分值|占)?:?(${N})分\\)`, 'y'),
    read: ([given = '0']) => ({ kind: 'allotment', points: readNumberWords(given) }),
    examples: ['(2分)', '(满分3分)'],
  },
  {
    name: 'base',
    pattern: new RegExp(
      `(?:本|该|此)?(?:项|指标|部分)?(?:基础|标准|指标)?(?:满分|总分|分值|基础分|标准分|共计|合计|共|小计)(?:为|是|计|:)?(${N})分`,
      'y',
    ),
    read: ([given = '0']) => ({ kind: 'base', points: readNumberWords(given) }),
    examples: ['满分2分', '本项分值为5分', '共10分'],
  },
];

const formulas: Phrase = {
  name: 'score-formula',
  pattern:
    /(?:则|该|本|此|单|各|指标|项|自评|评价|考核|综合|实际|最终|评定|计算)*(?:得分|评分|分数|计分)(?:=|为(?=[^,;。=]{1,40}[×/]))((?:[^,;。=()]|\((?:[^()]|\([^()]*\))*\)){1,200})/y,
  read: ([expression = '']) => ({ kind: 'score-formula', expression }),
  examples: ['得分=完成率×本指标分值', '评分=数值×分值', '该项得分=(实际完成值/目标值)×分值'],
};

const remarks: Phrase = {
  name: 'remark',
  pattern: new RegExp(
    [
      '(?:评分)?(?:具体)?采[用取](?:扣减法|扣分法|扣分制|加分法|倒扣法|减分法)(?:评分|计分)?',
      '(?:按|实行|用)(?:扣分法|扣分制|倒扣法|扣减法)(?:评分|计分)?',
      '并?设置及格(?:门槛|线)',
      '(?:的)?得分(?:需|应|须)(?:要)?提供[^,;。]{0,20}(?:评分)?依据',
      '(?:等|审计)?[^,;。得扣]{0,30}在相应指标(?:中)?扣分',
      '(?:计算出|算出|得出|计算|确定)(?:本|该|此)?(?:评价)?(?:指标|项)(?:的)?(?:综合|最终)?得分',
      '(?:按|根据|依据|对照)(?:以下|下列|如下|上述)?(?:评分)?(?:标准|档次|规则|要点|情况|比率|要素|内容)(?:分别|进行|逐项)*(?:评分|计分|打分|给分|得分|赋分)',
      '(?:评分|计分|得分|扣分|打分|给分|评价)(?:标准|规则|方法|办法|要点|细则|要素)(?:为|如下)?',
      '(?:根据)[^,;。得扣酌适视]{0,24}(?:评分|计算得分|计分|打分)(?=[,;。:]|$)',
      '(?:根据|按照?)[^,;。得]{0,24}(?:数量|个数|次数)(?:进行)?扣分(?=[,;。:]|$)',
      '具体(?:评分|计分|扣分|得分)如下',
      '按(?:以下|下列|如下)[^,;。得扣]{0,12}(?:计分|评分|得分)',
      '(?:分|具体)?为?(?:以下)?(?:三|四|五|3|4|5)(?:个)?档(?:次)?(?:计分|评分|得分|赋分)?',
    ].join('|'),
    'y',
  ),
  read: () => ({ kind: 'remark' }),
  examples: [
    '评分采用扣减法',
    '采取扣分法评分',
    '设置及格门槛',
    '根据公开规范性检查指标计算得分',
    '计算出本指标的综合得分',
  ],
};

/** `30%、30%和40%`, or a fraction that says how many parts there are: 各占50%, 各占三分之一, 三项平分. */
function readShares(listed: string, fraction: string): Meaning {
  const fractions = [...listed.matchAll(/(\d{1,3}(?:\.\d+)?)%/g)].map(([, percent = '0']) => share(percent));
  const [only] = fractions;
  if (fractions.length > 1) return { kind: 'shares', shares: fractions, isEach: false };
  const parts = only
    ? Math.round(1 / Number(only))
    : fraction === '一半'
      ? 2
      : Number(/\d$/.exec(fraction)?.[0] ?? readNumberWords(fraction.slice(0, 1)));
  const each = only ?? new Decimal(1).div(Math.max(parts, 1)).toFixed();
  return { kind: 'shares', shares: Array.from({ length: parts }, () => each), isEach: true };
}

/** In the order in which they are tried: the longer and more special ones first. */
export const phrases: readonly Phrase[] = [
  limits,
  partialUnits,
  ...caps,
  discretion,
  ...compositions,
  formulas,
  ...spans,
  ...sizes,
  ...awards,
  ...losses,
  ...ratios.toReversed(),
  remarks,
];

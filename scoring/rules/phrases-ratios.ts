import type { Phrase } from './phrase.ts';
import { numberWords as N, readNumberWords } from './quantity.ts';

export const ratios: readonly Phrase[] = [
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
      `按?(?:照)?(?:其|实际)?([\\p{Script=Han}]{1,15}(?:率|率的?(?:平均|算术平均)?(?:均值|平均值|平均数)))(?:×|乘以|乘)(${N})(?:分(?:来)?(?:计算|计|得|记)?(?:得分|分)?|(?:来)?(?:计算|计分|得分|记分)(?:得分)?|(?=[,;。]|$))`,
      'uy',
    ),
    read: ([measure = '', given = '0']) => ({
      kind: 'score-formula',
      expression: `${measure}×${readNumberWords(given)}`,
    }),
    examples: ['按覆盖率乘以2分计算得分', '办结率×2分计算', '各季度执行率均值×20分', '到位率×20'],
  },
  {
    name: 'rate-times-points',
    pattern:
      /([\p{Script=Han}]{2,16}率)×(?:该项|本项|此项|本|该|指标|的)*(?:分值|权重|满分|标准分)(?:计算得分|即?为得分|计算|计分|得分)/uy,
    read: ([measure = '']) => ({ kind: 'by-ratio', measure, direction: 'forward' }),
    examples: ['资金到位率×分值计算得分'],
  },
];

const ownPoints = '(?:该项|本项|此项|本|该|指标|的)*(?:分值|权重|满分|标准分)';

/** A formula that nothing announces: it stands alone in its clause and ends with the row's points. */
export const bareFormula: Phrase = {
  name: 'bare-formula',
  pattern: new RegExp(
    `(?<=^|[,;。:])(\\((?:[^(),;。=]|\\([^()]*\\))+[/÷](?:[^(),;。=]|\\([^()]*\\))+\\)(?:×100%)?×${ownPoints})(?=[,;。]|$)`,
    'y',
  ),
  read: ([expression = '']) => ({ kind: 'score-formula', expression }),
  examples: ['(实际完成数/计划完成数)×100%×指标分值'],
};

export const formulas: Phrase = {
  name: 'score-formula',
  pattern:
    /(?:则|该|本|此|单|各|指标|项|自评|评价|考核|综合|实际|最终|评定|计算)*(?:得分|评分|分数|计分)(?:=|为(?=[^,;。=]{1,40}[×/]))((?:[^,;。=()]|\((?:[^()]|\([^()]*\))*\)){1,200})/y,
  read: ([expression = '']) => ({ kind: 'score-formula', expression }),
  examples: ['得分=完成率×本指标分值', '评分=数值×分值', '该项得分=(实际完成值/目标值)×分值'],
};

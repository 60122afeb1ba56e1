import { Decimal } from 'decimal.js';
import type { Loss } from './ast.ts';
import { leadWords as own, type Phrase, wholeWords as whole } from './phrase.ts';
import { numberWords as N, readNumberWords } from './quantity.ts';

const share = (percent: string): string => new Decimal(percent).div(100).toFixed();
const lossOfPoints = (words: string): Loss => ({ kind: 'points', points: readNumberWords(words) });

export const discretion: Phrase = {
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

export const spans: readonly Phrase[] = [
  {
    name: 'loss-span',
    pattern: new RegExp(`(?:扣|扣减|减)${N}(?:分)?[-至到]${N}分`, 'y'),
    read: () => ({ kind: 'discretion' }),
    examples: ['扣0.5-1分'],
  },
];

export const losses: readonly Phrase[] = [
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

import { Decimal } from 'decimal.js';
import type { Award, Bound } from './ast.ts';
import { leadWords as own, type Phrase, wholeWords as whole } from './phrase.ts';
import { numberWords as N, quantity, readNumberWords } from './quantity.ts';
import type { Meaning } from './token.ts';

const share = (percent: string): string => new Decimal(percent).div(100).toFixed();
const award = (given: Award): Meaning => ({ kind: 'award', award: given });
const points = (words: string): Award => ({ kind: 'points', points: readNumberWords(words) });

const pointsBound = (words: string): Bound => ({ at: quantity(words, '分'), included: true });

const verb = '(?:得分?|记|计|给|可得|获得|赋|评为|评|为|加|奖励)';

/** A rate may be 100 % (`为100%`, `取得100%`); only these words give a percentage of the points. */
const given = '(?:(?<![取达获])得分?|记|计|给|可得|获得|赋)';

export const awards: readonly Phrase[] = [
  {
    name: 'award-none',
    pattern: new RegExp(
      `${own}(?:不得分|不计分|不给分|不予计分|不予得分|不予给分|不赋分|得零分|计零分|记零分|${verb}0分|(?:扣|扣除|扣减)(?:除|减)?(?:该项|本项|此项|本指标|该指标|指标|的)*(?:全部|所有)(?:的)?(?:分值|分数|得分|分)|扣(?:满分|全分)|(?<![健齐完安不])全扣(?![\\d一二两半])|全部扣完|(?<![\\d.])0分(?!钟|贝)|零分)`,
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
      `${own}(?:${verb}|按照?)${whole}(\\d{1,3}(?:\\.\\d+)?)%(?:(?:的?(?:权重分|权重|分值|分数|得分|标准分|满分|分)(?:计算)?(?:得分|计分|记分|给分)?)|计分|得分|记分|给分|计算得分)|${given}${whole}(\\d{1,3}(?:\\.\\d+)?)%(?=[,;。]|$)`,
      'y',
    ),
    read: ([first, second]) => award({ kind: 'share', share: share(first ?? second ?? '0') }),
    examples: ['得50%的分值', '按分值的80%计分', '得该项分值的60%', '得80%分'],
  },
  {
    name: 'award-full',
    pattern: new RegExp(
      `${own}${verb}?(?:该项|本项|此项|本指标|指标|的)*(?:满分|全分|全部分值|全部分数|全部的?分)(?!为|[的减]|扣)(?:\\(?${N}分\\)?)?|得(?:标准分|权重分)(?=[,;。]|$)`,
      'y',
    ),
    read: () => award({ kind: 'full' }),
    examples: ['得满分', '记满分', '得全分', '得该项全部分值'],
  },
  {
    name: 'award-span',
    pattern: /(?:得|计|给|记)(\d{1,3}(?:\.\d{1,2})?)分?[-至到](\d{1,3}(?:\.\d{1,2})?)分(?!钟)/y,
    read: ([low = '0', high = '0']) =>
      Number(low) < Number(high)
        ? award({ kind: 'span', low: pointsBound(low), high: pointsBound(high) })
        : undefined,
    examples: ['得8-10分', '计5分至7分'],
  },
  {
    name: 'award-span-bare',
    pattern: /(?<![\d.\-至到%])(\d{1,3}(?:\.\d{1,2})?)分?[-至到](\d{1,3}(?:\.\d{1,2})?)分(?=[,;。]|$)/y,
    read: ([low = '0', high = '0']) =>
      Number(low) < Number(high)
        ? award({ kind: 'span', low: pointsBound(low), high: pointsBound(high) })
        : undefined,
    examples: ['0-9分', '5分至7分'],
  },
  {
    name: 'award-points',
    pattern: new RegExp(`${own}${verb}(?:分)?:?(${N})分(?!钟|贝|以|的)(?:\\(满分\\))?`, 'y'),
    read: ([given = '0']) => award(points(given)),
    examples: ['得2分', '计5分', '得1.5分', '得一分', '得分2分'],
  },
  {
    name: 'award-bare',
    pattern: /(?<![\d.\-至到减增加扣差超低高×/+])(\d{1,3}(?:\.\d{1,2})?)分(?=[,;。、)]|$)/y,
    read: ([given = '0']) => award(points(given)),
    examples: ['2分', '1.5分'],
  },
];

export const sizes: readonly Phrase[] = [
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

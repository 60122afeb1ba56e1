import type { Condition } from './ast.ts';
import { parseFormula } from './formula.ts';

/** Conditions that mean "in every other case". */
const otherwise =
  /^(?:否则|反之|不然|其他|其它|其余|除此以?外|其他情况|其它情况|其余情况|不符合|不满足|未达到|达不到|不符合(?:要求|规定|条件|标准|上述要求)|未达到(?:要求|标准)|不达标|未按要求|不满足(?:要求|条件))(?:的|时|者)?(?:均|一律)?$/;

const notApplicable =
  /(?:不涉及|不适用|无此项|无该项|未涉及|没有此项|没有该项|无相关(?:业务|事项|工作|项目)|无需[^,]{1,12}|未安排[^,]{1,10}|不存在[^,]{1,10}事项)(?:[^,]{0,16})?(?:的|,|时)*$/;

const words = '(?:不超过|不高于|不大于|小于等于|没有超过|未超过|≤)';

export const isOtherwise = (condition: string): boolean => otherwise.test(condition.replace(/,$/, ''));

export const isNotApplicable = (condition: string): boolean => notApplicable.test(condition);

/** Words of a clause that say nothing about its condition. */
export function bareCondition(condition: string): string {
  return condition
    .replace(/^(?:如果|如若|如|若|凡是|凡|对于|对|其中:?|即|,|、|:)+(?=.{2})/, '')
    .replace(/(?:,|、|:|则|的话|的情况下)+$/, '')
    .replace(/(?:,符合(?:上述)?(?:要求|条件|规定)的?)$/, '')
    .replace(/(?:的|者)$/, '');
}

/** Two quantities compared (`实际支出数≤预算安排数`), or the words as they are. */
export function readCondition(text: string): Condition {
  const condition = bareCondition(text);
  const signed = /^([^<>≤≥=\d,]{2,50})([≤<≥>=])([^<>≤≥=\d,]{2,50})$/.exec(condition);
  const worded = new RegExp(
    `^([^<>≤≥=\\d,]{2,40}(?:数|额|支出|值|量|经费|人数))${words}([^<>≤≥=\\d,]{2,40}(?:数|额|值|标准|总额|预算|量|人数|规模|限额))$`,
  ).exec(condition);
  const left = parseFormula(signed?.[1] ?? worded?.[1] ?? '');
  const right = parseFormula(signed?.[3] ?? worded?.[2] ?? '');
  if (!left || !right) return { kind: 'words', words: condition };
  return { kind: 'compare', left, relation: relationOf(signed?.[2]), right };
}

function relationOf(sign: string | undefined): '≤' | '<' | '≥' | '>' | '=' {
  switch (sign) {
    case '<':
    case '≥':
    case '>':
    case '=':
      return sign;
    default:
      return '≤';
  }
}

import type { Indicator } from '../../model/assessment.ts';
import type { ComparisonSign } from '../../text/comparison-sign.ts';

/** Which way a target points; `unknown-inverse` where no sign is printed and less may be better. */
export type Direction = '≥' | '≤' | '=' | 'unknown' | 'unknown-inverse';

const lessIsBetter =
  /成本|费用|投诉|事故|死亡|伤亡|违规|违法|差错|失误|退回|超支|拖欠|故障|误差|流失|失业|能耗|排放|污染|发案|复发|返贫|逾期|结转|结余|变质|损耗|控制/;

/** A sign decides; without one, costs and mishaps may be better when fewer. */
export function directionOf(sign: ComparisonSign | undefined, row: Indicator): Direction {
  switch (sign) {
    case '≥':
    case '>':
      return '≥';
    case '≤':
    case '<':
      return '≤';
    case '=':
      return '=';
    case undefined:
      return lessIsBetter.test(row.path.join('')) ? 'unknown-inverse' : 'unknown';
  }
}

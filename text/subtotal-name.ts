import { bareKey } from './fold.ts';

/** 小计, 产出指标小计, 小计（45分）: what forms call a row that adds up others. */
const subtotal =
  /^(?:小计|合计|总计|总分|分数?合计|得分合计|得分小计|本?项小计|.{1,12}小计|小计.{1,12})(?:得分|分值|分)?$/u;

/** Is a name that of a sum of other rows? */
export function isSubtotalName(name: string): boolean {
  return subtotal.test(bareKey(name));
}

import { z } from 'zod';

/**
 * What a column of an assessment table holds.
 *
 * | role | 中文 |
 * |---|---|
 * | `level1`…`level4` | 一级指标 … 四级指标; the deepest one printed is the indicator's name |
 * | `level1Points`…`level3Points` | 分值 of a level above the indicator |
 * | `points` | 分值 of the row |
 * | `definition`, `standard` | 指标解释, 评分标准 |
 * | `targetSign`, `target`, `targetUnit` | 指标性质, 年度指标值, 度量单位 |
 * | `initialTarget` | 年初指标值 beside an adjusted target |
 * | `actual`, `completionRate` | 实际完成值, 完成率 |
 * | `selfScore` | 自评得分 |
 * | `reviewActual`, `reviewScore` | 复核完成值, 复核得分: somebody else's, never read as the self score |
 * | `deduction` | 扣分 |
 * | `evidence`, `reason` | 评分依据, 偏差原因 (a column that asks for both is `evidence`) |
 * | `material`, `remark`, `ordinal` | 佐证材料, 备注, 序号 |
 * | `unnamed` | a heading that nobody knows: what stands under it is not taken for anything else |
 */
export const columnRoleSchema = z.enum([
  'ordinal',
  'level1',
  'level1Points',
  'level2',
  'level2Points',
  'level3',
  'level3Points',
  'level4',
  'points',
  'definition',
  'standard',
  'targetSign',
  'initialTarget',
  'target',
  'targetUnit',
  'actual',
  'completionRate',
  'selfScore',
  'deduction',
  'reviewActual',
  'reviewScore',
  'evidence',
  'reason',
  'material',
  'remark',
  'unnamed',
]);

export type ColumnRole = z.infer<typeof columnRoleSchema>;

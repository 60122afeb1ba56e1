import { describe, expect, test } from 'vitest';
import { layLines, type RowLine } from '../../tables/line.ts';
import { buildHeader, headerRole, isHeaderRow } from '../../tables/recognize-header.ts';
import { ragged } from './lay-out.ts';

const rowOf = (text: string): RowLine => {
  const row = layLines(ragged(text)).find((line) => line.kind === 'row');
  if (row?.kind !== 'row') throw new Error('no row');
  return row;
};

const rolesOf = (text: string): readonly string[] =>
  buildHeader([rowOf(text)], []).columns.map(({ role }) => role);

describe('headers', () => {
  test.each([
    ['得　分', 'selfScore'],
    ['得分/自评分', 'selfScore'],
    ['自评得分（分）', 'selfScore'],
    ['复核得分', 'reviewScore'],
    ['评价得分（财政部门）', 'reviewScore'],
    ['得分（部门自评）', 'selfScore'],
    ['年初目标值(A)', 'target'],
    ['实际完成值\n（B）', 'actual'],
    ['权 重', 'points'],
    ['标准分值', 'points'],
    ['评分依据、未达标原因、改进措施', 'evidence'],
    ['未完成原因及拟采取的改进措施', 'reason'],
    ['参考佐证材料名称', 'material'],
    ['计量单位', 'targetUnit'],
    ['评分细则', 'standard'],
    ['赋分', 'points'],
    ['规定分值', 'points'],
    ['得分情况', 'selfScore'],
    ['自评打分', 'selfScore'],
    ['自查得分', 'selfScore'],
    ['预期目标', 'target'],
    ['年初设定值', 'target'],
  ])('%s names the column %s', (text, role) => {
    expect(headerRole(text)).toBe(role);
  });

  test.each(['2023年预算数', '完成12次检查得3分', '产出指标（50分）', '河道清淤'])(
    '%s names no column',
    (text) => {
      expect(headerRole(text)).toBeUndefined();
    },
  );

  test('points belong to the level that they stand behind', () => {
    expect(rolesOf('一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评分标准\t得分')).toEqual([
      'level1',
      'level1Points',
      'level2',
      'level2Points',
      'level3',
      'points',
      'standard',
      'selfScore',
    ]);
  });

  test('a flat table has one level', () => {
    expect(
      rolesOf('指标名称\t计量单位\t指标性质\t指标值\t指标权重（分）\t全年完成值\t指标得分（分）\t说明'),
    ).toEqual(['level1', 'targetUnit', 'targetSign', 'target', 'points', 'actual', 'selfScore', 'remark']);
  });

  test('a header that lost its first level gets it back in moved text', () => {
    expect(rolesOf('二级指标\t分值\t三级指标\t分值\t评分标准\t得分').slice(0, 2)).toEqual([
      'level1',
      'level1Points',
    ]);
  });

  test('the header of a funds block is none of the indicators’', () => {
    expect(isHeaderRow(rowOf('项目资金\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分'))).toBe(
      false,
    );
    expect(isHeaderRow(rowOf('一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分'))).toBe(true);
  });
});

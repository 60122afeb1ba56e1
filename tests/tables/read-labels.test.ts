import { describe, expect, test } from 'vitest';
import { layLines } from '../../tables/line.ts';
import { pickField, readLabels } from '../../tables/read-labels.ts';
import { drawn, ragged } from './lay-out.ts';

const field = (text: string, name: 'unit' | 'project' | 'department' | 'year') =>
  pickField(readLabels(layLines(ragged(text))), name)?.text;

describe('readLabels', () => {
  test('ends a value where the next label of the line begins', () => {
    expect(field('单位名称：青山县水利局 填报日期：2023年3月', 'unit')).toBe('青山县水利局');
    expect(field('填报单位（盖章）：青山县水利局填报日期：2023年3月', 'unit')).toBe('青山县水利局');
  });

  test('reads a label and its value side by side in a table', () => {
    const labelled = readLabels(layLines(drawn([['主管部门', '甲局', '实施单位', '乙站']])));
    expect(pickField(labelled, 'department')?.text).toBe('甲局');
    expect(pickField(labelled, 'unit')?.text).toBe('乙站');
  });

  test('trusts the name of the department more than that of who fills in', () => {
    expect(field('填报单位\t丙科\n部门名称\t丁局', 'unit')).toBe('丁局');
  });

  test('takes a blank value for none', () => {
    expect(field('项目名称\t\n主管部门\t甲局', 'project')).toBeUndefined();
  });
});

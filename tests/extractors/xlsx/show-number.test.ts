import { describe, expect, test } from 'vitest';
import { showNumber } from '../../../extractors/xlsx/show-number.ts';

const show = (value: number, format = 'General', width?: number) =>
  showNumber(value, { format, width, epoch: '1900' });

describe('numbers as Excel shows them', () => {
  test.each([
    [0.0900000762939453, '0%', '9%'],
    [0.5, '0%', '50%'],
    [0.285, '0%', '29%'],
    [0.95235, '0.00%', '95.24%'],
    [1.005, '0.00', '1.01'],
    [-1.005, '0.00', '-1.01'],
    [2.5, '0', '3'],
    [8.345, '0.00_ ', '8.35'],
    [9377.98, '#,##0.00', '9,377.98'],
    [1234567, '#,##0,', '1,235'],
    [0, '0.00;-0.00;"-"', '-'],
    [9.5, '0.0"分"', '9.5分'],
    [45524, 'yyyy"年"m"月"d"日"', '2024年8月20日'],
    [45524, 'm/d/yy', '2024/8/20'],
    [0.000012, '0.00E+00', '1.20E-05'],
  ])('%d of format %s is %s', (value, format, shown) => {
    expect(show(value, format)).toBe(shown);
  });

  test.each([
    [96.80000000000001, '96.8'],
    [0.1 + 0.2, '0.3'],
    [100, '100'],
    [-3.5, '-3.5'],
    [0, '0'],
    [123456789.12, '123456789.12'],
    [440106199001011, '440106199001011'],
    [0.0000012, '0.000001'],
  ])('%d without a format is %s', (value, shown) => {
    expect(show(value)).toBe(shown);
  });

  test('a computed number is shown as far as its column is wide', () => {
    expect(show(100 / 3, 'General', 8)).toBe('33.33333');
    expect(show(100 / 3, 'General', 30)).toBe('33.33333333');
    expect(show(9.09000015258789)).toBe('9.09');
  });

  test('a format that cannot be understood leaves the number', () => {
    expect(show(1.5, '[[[')).toBe('1.5');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalStringSchema } from '../../model/decimal-string.ts';
import { readAmounts } from '../../text/amount.ts';

const summary = (text: string): readonly string[] =>
  readAmounts(text).map(({ value, unit, raw }) => `${raw} = ${value}${unit ?? ''}`);

describe('readAmounts', () => {
  test.each([
    [
      '预算３，７５４．１１万元，实际3,754.11万元',
      ['３，７５４．１１万元 = 3754.11万元', '3,754.11万元 = 3754.11万元'],
    ],
    [
      '(160.63－167.84)/167.84＝-4.3%',
      ['160.63 = 160.63', '167.84 = 167.84', '167.84 = 167.84', '-4.3% = -4.3%'],
    ],
    ['42/46=91.30%', ['42 = 42', '46 = 46', '91.30% = 91.3%']],
    ['60%-100%的，20日内', ['60% = 60%', '100% = 100%', '20日 = 20日']],
    ['增长率为-4.3%', ['-4.3% = -4.3%']],
    ['5人-10人', ['5人 = 5人', '10人 = 10人']],
    ['其中100，200元；1，234.50元', ['100 = 100', '200元 = 200元', '1，234.50元 = 1234.5元']],
    ['共9 377.98万元', ['9 377.98万元 = 9377.98万元']],
    ['9 377.98', ['9 = 9', '377.98 = 377.98']],
    ['超过百分之九十五点五，增长2.5个百分点', ['百分之九十五点五 = 95.5%', '2.5个百分点 = 2.5个百分点']],
    ['完成22项，得1O0分', ['22项 = 22项', '1O0分 = 100分']],
    ['A4纸，1.2.3，2023年', ['2023年 = 2023年']],
    ['没有数字', []],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected);
  });
  test('offsets point to the text as printed, behind characters of any kind', () => {
    const text = '得　分\u200b🙂为９６．８分';
    const [amount] = readAmounts(text);
    expect(text.slice(amount?.start, amount?.end)).toBe('９６．８分');
  });
  test('random text never throws and yields exact decimals inside the text', () => {
    const characters = fc.array(fc.constantFrom(...'0123456789０.,，-—%万元个百分之五 年'.split('')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(characters, (list) => {
        const text = list.join('');
        for (const { value, raw, start, end } of readAmounts(text)) {
          expect(decimalStringSchema.safeParse(value).success).toBe(true);
          expect(text.slice(start, end)).toBe(raw);
        }
      }),
    );
  });
  test('hostile digits are read to the end', { timeout: 20_000 }, () => {
    for (const text of ['1'.repeat(100_000), '1,'.repeat(50_000), '1.'.repeat(50_000), '123 '.repeat(25_000)])
      expect(readAmounts(text).length).toBeLessThanOrEqual(text.length);
  });
});

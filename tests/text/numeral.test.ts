import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalStringSchema } from '../../model/decimal-string.ts';
import { isBlankMark, isBlankReason } from '../../text/blank-mark.ts';
import { readChineseInteger } from '../../text/chinese-integer.ts';
import { normalizeDecimal, readNumeral } from '../../text/numeral.ts';

describe('readNumeral', () => {
  test.each([
    ['１２．５％', '12.5', 1, '%'],
    ['1,234.50万元', '1234.5', 2, '万元'],
    ['３，７５４．１１万元', '3754.11', 2, '万元'],
    ['1，234.50', '1234.5', 2, undefined],
    ['9 377.98', '9377.98', 2, undefined],
    ['16 718 330', '16718330', 0, undefined],
    ['－3', '-3', 0, undefined],
    ['−4.3 %', '-4.3', 1, '%'],
    ['10.00', '10', 2, undefined],
    ['95％', '95', 0, '%'],
    ['100.00%', '100', 2, '%'],
    ['1O0', '100', 0, undefined],
    ['2〇3', '203', 0, undefined],
    ['¥1,234.50', '1234.5', 2, '元'],
    ['1346.0088万平方米', '1346.0088', 4, '万平方米'],
    ['620万/月', '620', 0, '万/月'],
    ['5个行政村', '5', 0, '个行政村'],
    ['2个百分点', '2', 0, '个百分点'],
    ['0起', '0', 0, '起'],
    ['0.0900000762939453', '0.0900000762939453', 16, undefined],
  ])('%s is %s with %i decimals', (raw, value, decimals, unit) => {
    expect(readNumeral(raw)).toEqual({ value, decimals, ...(unit === undefined ? {} : { unit }) });
  });
  test.each([
    '(3)',
    '（3）',
    '5.',
    '.5',
    '1〇',
    '5O',
    '- 3',
    '9 377',
    '1,23',
    '12,34,567',
    '1.561.56',
    '1.56 1.56',
    '3个以内',
    '≥95%',
    '10余个',
    '30日内',
    '12月底之前完成',
    '3反映部门',
    '约5个',
    '5-6',
    '',
    '—',
    '一百',
    '1e5',
    '9'.repeat(70),
  ])('%s is no single number', (raw) => {
    expect(readNumeral(raw)).toBeUndefined();
  });
  test('whatever is read is an exact decimal string, and never throws', () => {
    const characters = fc.array(fc.constantFrom(...'0123456789０９.,，．%％-－ 〇O万元个'.split('')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(characters, (list) => {
        const numeral = readNumeral(list.join(''));
        if (numeral) expect(decimalStringSchema.safeParse(numeral.value).success).toBe(true);
      }),
    );
  });
  test('a number printed with thousands and full-width digits reads as itself', () => {
    const printed = fc.tuple(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(printed, ([whole, cents]) => {
        const text = `${whole.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`;
        const wide = text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const value = normalizeDecimal(`${whole}.${String(cents).padStart(2, '0')}`);
        expect(readNumeral(text)).toEqual({ value, decimals: 2 });
        expect(readNumeral(wide)).toEqual({ value, decimals: 2 });
      }),
    );
  });
});

describe('normalizeDecimal', () => {
  test.each([
    ['-007.50', '-7.5'],
    ['-0.00', '0'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['', '0'],
  ])('%s is %s', (digits, value) => {
    expect(normalizeDecimal(digits)).toBe(value);
  });
  test('other texts are a mistake of the caller', () => {
    expect(() => normalizeDecimal('1,2')).toThrow(RangeError);
  });
});

describe('readChineseInteger', () => {
  test.each([
    ['三十', 30],
    ['一百二十', 120],
    ['两', 2],
    ['十二', 12],
    ['二〇二三', 2023],
    ['三千零五', 3005],
    ['一千零一十', 1010],
    ['一万两千', 12_000],
    ['一万零二', 10_002],
    ['十万', 100_000],
    ['一亿零三', 100_000_003],
    ['叁佰', 300],
    ['零', 0],
  ])('%s is %i', (text, value) => {
    expect(readChineseInteger(text)).toBe(value);
  });
  test.each(['', '百', '万', '十百', '两两', '二百五', '一万二', '三公', '一般', '一十十', '12'])(
    '%s is no number',
    (text) => {
      expect(readChineseInteger(text)).toBeUndefined();
    },
  );
});

describe('blank marks', () => {
  test.each(['—', '——', '/', '*', '-', '', '“/”', 'N/A', '（　）', '\\'])('%s says nothing', (text) => {
    expect(isBlankMark(text)).toBe(true);
  });
  test.each(['0', '无', '√', '不涉及', '☐'])('%s says something', (text) => {
    expect(isBlankMark(text)).toBe(false);
  });
  test('无 is a value but no reason', () => {
    expect(['无', '暂无。', '—'].every(isBlankReason)).toBe(true);
    expect(['无偏差', '疫情影响', '不涉及'].some(isBlankReason)).toBe(false);
  });
});

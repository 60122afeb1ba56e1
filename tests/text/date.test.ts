import { describe, expect, test } from 'vitest';
import { readDates } from '../../text/date.ts';
import { readYears } from '../../text/year.ts';

describe('readYears', () => {
  test.each([
    ['（2023年度）', '2023 budget'],
    ['2023 年度', '2023 budget'],
    ['２０２３年度', '2023 budget'],
    ['二〇二三年度', '2023 budget'],
    ['二○二三年', '2023 calendar'],
    ['2O23年', '2023 calendar'],
    ['2020年1月--2020年11月', '2020 calendar, 2020 calendar'],
    ['2020-2022年', '2020 calendar, 2022 calendar'],
    ['2022、2023年度', '2022 calendar, 2023 budget'],
    ['2023-05-03', '2023 calendar'],
    ['附件4\n2023\n', '2023 bare'],
    ['（2023）', '2023 bare'],
    ['财预〔2020〕10号', ''],
    ['财预（2020）10号', ''],
    ['2023元', ''],
    ['12023年', ''],
    ['2023.5', ''],
    ['1.2023年', ''],
    ['1800年', ''],
  ])('%s holds %s', (text, expected) => {
    expect(
      readYears(text)
        .map(({ year, form }) => `${year} ${form}`)
        .join(', '),
    ).toBe(expected);
  });
  test('offsets point to the text as printed', () => {
    const text = '（２０２３年度）';
    expect(readYears(text)).toEqual([{ year: 2023, form: 'budget', raw: '２０２３年度', start: 1, end: 7 }]);
  });
});

describe('readDates', () => {
  test.each([
    ['2023年5月3日', '2023-5-3'],
    ['2023-05-03', '2023-5-3'],
    ['2023/5/3', '2023-5-3'],
    ['2023.5.3', '2023-5-3'],
    ['二〇二三年五月三日', '2023-5-3'],
    ['二〇二三年十二月三十一日', '2023-12-31'],
    ['2023年12月', '2023-12'],
    ['2024年2月29日', '2024-2-29'],
    ['2023年5月3日至2023年6月', '2023-5-3 2023-6'],
    ['2023年2月29日', ''],
    ['2023-13-01', ''],
    ['2023.5.3.1', ''],
    ['2023-5/3', ''],
  ])('%s holds %s', (text, expected) => {
    const found = readDates(text).map(({ year, month, day }) => [year, month, day].filter(Boolean).join('-'));
    expect(found.join(' ')).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readComparedValue } from '../../text/compared-value.ts';
import { readComparisonSign } from '../../text/comparison-sign.ts';

/** `sign value unit`, as far as there are any. */
const brief = (raw: string): string => {
  const read = readComparedValue(raw);
  if (read.kind === 'number') return `${read.sign ?? ''}${read.numeral.value}${read.numeral.unit ?? ''}`;
  if (read.kind === 'range') return `${read.from.value}..${read.to.value}${read.to.unit ?? ''}`;
  if (read.kind === 'time') {
    return `${read.sign ?? ''}${read.dates.map(({ year, month, day }) => [year, month, day].filter(Boolean).join('/')).join('..')}`;
  }
  return read.kind;
};

describe('readComparedValue', () => {
  test.each([
    ['≥95%', '≥95%'],
    ['≥100百分比', '≥100百分比'],
    ['＝8个', '=8个'],
    ['=42个', '=42个'],
    ['≤90万元', '≤90万元'],
    ['不少于12种', '≥12种'],
    ['达到100%', '≥100%'],
    ['100人次', '100人次'],
    ['1次/月', '1次/月'],
    ['≤620万/月', '≤620万/月'],
    ['1346.0088万平方米', '1346.0088万平方米'],
    ['> =95%', '≥95%'],
    ['≥≥95%', '≥95%'],
    ['≥ 95 %', '≥95%'],
    ['95%以上', '≥95%'],
    ['95%（含）以上', '≥95%'],
    ['90%以上（不含）', '>90%'],
    ['高于90%（含）', '≥90%'],
    ['超过90%', '>90%'],
    ['低于5次', '<5次'],
    ['3个以内', '≤3个'],
    ['30日内', '≤30日'],
    ['不超过10个以内', '≤10个'],
    ['控制在≤5%', '≤5%'],
    ['成本控制在90万元以内', '≤90万元'],
    ['群众满意度≥95%', '≥95%'],
    ['到达率≥95%', '≥95%'],
    ['培训人数不少于100人', '≥100人'],
    ['数量：5个', '5个'],
    ['完成100%', '100%'],
    ['100%完成', '100%'],
    ['≥95%。', '≥95%'],
    ['-3', '-3'],
    ['0', '0'],
    ['97.30%', '97.3%'],
    ['18-25℃', '18..25℃'],
    ['60%-100%', '60..100%'],
    ['1.5~2', '1.5..2'],
    ['2019年', '2019'],
    ['2022-2023年', '2022..2023'],
    ['2020年1月--2020年11月', '2020/1..2020/11'],
    ['≥2023年', '≥2023'],
    ['2023年12月31日前', '≤2023/12/31'],
    ['2023年12月底之前完成', '≤2023/12'],
    ['≥', 'sign'],
    ['＞＝', 'sign'],
    ['—', 'blank'],
    ['/', 'blank'],
    ['', 'blank'],
  ])('%s reads as %s', (raw, expected) => {
    expect(brief(raw)).toBe(expected);
  });
  test.each([
    '及时',
    '优良中低差',
    '无',
    '12月底之前完成',
    'WX',
    '≤X',
    'W100%',
    '约100人',
    '近100人',
    '满意度95%',
    '=≥95%',
    '超过95%以上',
    '非≥5个',
    '严格执行相关制度规定',
    '参照政府采购成本控制',
    '1.56 1.56',
    '≥95%，≤100%',
    '在'.repeat(200),
  ])('%s stays words', (raw) => {
    expect(readComparedValue(raw)).toEqual({ kind: 'words', text: raw });
  });
  test('a name in the same cell becomes the subject, and the result tells glyphs from words', () => {
    expect(readComparedValue('群众满意度≥95%')).toMatchObject({ subject: '群众满意度', signedBy: 'glyph' });
    expect(readComparedValue('达到95%')).toMatchObject({ signedBy: 'word' });
  });
  test('random cells never throw and never take long', () => {
    const parts = fc.array(
      fc.constantFrom(
        '≥',
        '不',
        '超过',
        '达',
        '9',
        '5%',
        '以内',
        '（含）',
        '年',
        '-',
        ' ',
        '2023',
        '个',
        '：',
      ),
      {
        maxLength: 30,
      },
    );
    fc.assert(fc.property(parts, (list) => readComparedValue(list.join('')).kind.length > 0));
  });
});

test('readComparisonSign reads a sign or its words and nothing else', () => {
  expect(['≥', '＞＝', '不少于', ' ＝ ', '以内', '<'].map(readComparisonSign)).toEqual([
    '≥',
    '≥',
    '≥',
    '=',
    '≤',
    '<',
  ]);
  expect(['', '定性', '≥95', '不'].map(readComparisonSign)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

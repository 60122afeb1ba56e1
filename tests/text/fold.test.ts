import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldKeepingLength, foldWidth, matchKey } from '../../text/fold.ts';
import { foldRadicals } from '../../text/radicals.ts';

describe('foldWidth', () => {
  test('full-width and small signs become ASCII', () => {
    expect(foldWidth('１２．５％（含）﹪')).toBe('12.5%(含)%');
  });
  test('spaces become plain, characters without width go, line breaks and circled digits stay', () => {
    expect(foldWidth('得\u3000分\u200b①\n二')).toBe('得 分①\n二');
  });
  test('folding for offsets keeps every UTF-16 unit in place', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(unit), (units) => foldKeepingLength(units.join('')).length === units.length),
    );
  });
});

describe('matchKey', () => {
  test.each([
    ['得　分（自评）', '得分(自评)'],
    ['完成率*本指标分值', '完成率×本指标分值'],
    ['Σ每月执行率', '∑每月执行率'],
    ['⽬标值', '目标值'],
    ['农⼾', '农户'],
    ['≧９５％', '≥95%'],
    ['*项目名称', '项目名称'],
    ['A－B', 'a-b'],
    ['e\u0301', '\u00e9'],
  ])('%s and %s share a key', (left, right) => {
    expect(matchKey(left)).toBe(matchKey(right));
  });
  test('signs that carry meaning keep labels apart', () => {
    expect(new Set(['≥95', '≤95', '>95', '95', '95%', '95‰'].map(matchKey)).size).toBe(6);
  });
  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = matchKey(text);
        expect(matchKey(key)).toBe(key);
      }),
    );
  });
  test('a key of parts put together is the parts of a key, where no letters combine', () => {
    const label = fc.array(fc.constantFrom(...'得分（自评）≥95％、。：⽬户戶Ⅱ①Σ÷. '.split('')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(label, label, (left, right) => {
        expect(matchKey(left.join('') + right.join(''))).toBe(
          matchKey(left.join('')) + matchKey(right.join('')),
        );
      }),
    );
  });
});

describe('foldRadicals', () => {
  test('radicals of both blocks become ideographs and all else stays', () => {
    expect(foldRadicals('⽬⼀⻛⻔⺠①％龥')).toBe('目一风门民①％龥');
  });
  test('every radical but the repetition mark has an ideograph outside the radical blocks', () => {
    const left = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, index) => 0x2e80 + index)
      .filter((code) => code !== 0x2e9a && (code < 0x2ef4 || code >= 0x2f00))
      .filter((code) => foldRadicals(String.fromCharCode(code)).codePointAt(0) === code);
    expect(left).toEqual([0x2e80]);
  });
  test('Kangxi radicals fold as NFKC folds them', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code += 1) {
      const radical = String.fromCharCode(code);
      expect(foldRadicals(radical)).toBe(radical.normalize('NFKC'));
    }
  });
});

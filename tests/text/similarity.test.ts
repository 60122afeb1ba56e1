import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containment, shingles, similarity } from '../../text/similarity.ts';

describe('similarity', () => {
  test('wordings of one label are the same and others are not', () => {
    expect(similarity(shingles('得　分（自评）'), shingles('得分(自评)'))).toBe(1);
    expect(similarity(shingles('合同签订及时性'), shingles('合同签订时效性'))).toBe(0.5);
    expect(similarity(shingles('合同签订及时性'), shingles('资产盘点情况'))).toBe(0);
  });
  test('pairs are counted, and characters outside the basic plane are one', () => {
    expect([...shingles('ababa')]).toEqual([
      ['ab', 2],
      ['ba', 2],
    ]);
    expect([...shingles('𠘨几𠘨')]).toEqual([
      ['𠘨几', 1],
      ['几𠘨', 1],
    ]);
    expect([...shingles('𠘨')]).toEqual([['𠘨', 1]]);
    expect(shingles('，').size).toBe(0);
  });
  test('a part is contained in its whole', () => {
    expect(containment(shingles('预算执行'), shingles('部门预算执行率'))).toBe(1);
    expect(containment(shingles(''), shingles('部门'))).toBe(0);
  });
  test('similarity is symmetric and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const value = similarity(shingles(left), shingles(right));
        expect(value).toBe(similarity(shingles(right), shingles(left)));
        expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from '../../store/findings/difference.ts';

test('a difference is exact and falls into its band', () => {
  expect(differenceOf('96.8', '95.5')).toMatchObject({ exact: '1.3', band: 'up-to-5' });
  expect(differenceOf('0.3', '0.1')).toMatchObject({ exact: '0.2', band: 'up-to-1' });
  expect(differenceOf('10', '10.1')).toMatchObject({ exact: '0.1', band: 'up-to-0.1' });
  expect(differenceOf('-1', '1')).toMatchObject({ exact: '2' });
  expect(differenceOf('97.30%', '97.3%')).toMatchObject({ exact: '0', band: 'up-to-0.1' });
  expect(differenceOf('9377981234567.89', '0')).toMatchObject({ exact: '9377981234567.89', band: 'over-10' });
});

test('what is no figure has no difference', () => {
  for (const text of [null, '', '优', '1,234', '5-8']) expect(differenceOf(text, '1')).toBeUndefined();
});

test('keys sort as text the way differences sort as numbers', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(cents, cents, (one, other) => {
      const key = (value: number) => differenceOf((value / 1000).toFixed(3), '0')?.key ?? '';
      expect(Math.sign(one - other)).toBe(key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
    }),
  );
});

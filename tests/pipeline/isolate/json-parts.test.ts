import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonParts } from '../../../pipeline/isolate/json-parts.ts';

const textOf = (value: unknown): string => Buffer.concat([...jsonParts(value)]).toString('utf8');

describe('the JSON of an answer in parts', () => {
  test('is the same text as in one piece, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(textOf(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  test('leaves out what JSON leaves out', () => {
    const value = { a: undefined, b: [undefined, 1], c: {}, d: [], e: { f: { g: undefined } } };
    expect(textOf(value)).toBe(JSON.stringify(value));
    expect(textOf(undefined)).toBe('null');
  });

  test('has no part of the size of the whole where the value is long', () => {
    const value = {
      assessments: Array.from({ length: 500 }, (_, index) => ({ index, text: '复'.repeat(1000) })),
    };
    const parts = jsonParts(value);
    expect(textOf(value)).toBe(JSON.stringify(value));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(300_000);
  });
});

import { describe, expect, test } from 'vitest';
import type { FrontierEntry, LinkKind } from '../../../crawl/memory/crawl-memory.ts';
import { createFamilies } from '../../../crawl/run/families.ts';

const entry = (url: string, kind: LinkKind): FrontierEntry => ({
  key: url,
  url,
  kind,
  depth: 1,
  score: 0,
  state: 'waiting',
  label: '',
});
const month = (number: number) => entry(`http://a.test/calendar?month=${number}`, 'list');
const article = (number: number) => entry(`http://a.test/info/12/${number}.htm`, 'page');

describe('families of addresses', () => {
  test('a calendar that leads only to further months is left after a while', () => {
    const families = createFamilies();
    for (let number = 0; number < 20; number += 1) {
      expect(families.isTrap(month(number))).toBe(false);
      families.note(month(number), 'more-of-its-kind');
    }
    expect(families.isTrap(month(21))).toBe(true);
    expect(families.isTrap(article(1))).toBe(false);
  });

  test('articles that lead nowhere are all visited, however many a list has', () => {
    const families = createFamilies();
    for (let number = 0; number < 20_000; number += 1) families.note(article(number), 'nothing');
    expect(families.isTrap(article(20_001))).toBe(false);
  });

  test('something wanted gives a family its patience back', () => {
    const families = createFamilies();
    for (let number = 0; number < 19; number += 1) families.note(month(number), 'more-of-its-kind');
    families.note(month(19), 'something');
    families.note(month(20), 'more-of-its-kind');
    expect(families.isTrap(month(21))).toBe(false);
  });

  test('paths that go in circles are traps at once', () => {
    const families = createFamilies();
    expect(families.isTrap(entry('http://a.test/a/b/a/b/a/b/a/b/', 'list'))).toBe(true);
  });
});

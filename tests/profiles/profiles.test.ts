import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { columnRoleSchema } from '../../model/column-role.ts';
import type { GradeBand } from '../../model/profile.ts';
import { profiles } from '../../profiles/index.ts';
import { matchKey } from '../../text/fold.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'profiles');
const noForms = ['README.md', 'grade-bands.ts', 'index.ts', 'national-wordings.ts'];

const sum = (numbers: readonly string[]): string =>
  numbers.reduce((total, number) => total.plus(number), new Decimal(0)).toFixed();

/** Do the bands, best first, touch each other so that every total has exactly one? */
function tiles(bands: readonly GradeBand[]): boolean {
  const joins = bands.slice(1).every((lower, index) => {
    const upper = bands[index];
    return upper?.low === lower.high && upper.lowIncluded !== lower.highIncluded;
  });
  const [best, worst] = [bands[0], bands.at(-1)];
  return joins && best?.high === '100' && best.highIncluded && worst?.low === '0' && worst.lowIncluded;
}

describe('profiles', () => {
  test('each has a file of its own, named by its id', () => {
    const files = readdirSync(folder).filter((name) => !noForms.includes(name));
    expect(profiles.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
    expect(profiles.length).toBeGreaterThan(20);
  });

  test('none holds a function: they are data', () => {
    expect(structuredClone(profiles)).toEqual(profiles);
    expect(JSON.parse(JSON.stringify(profiles))).toEqual(profiles);
  });

  test('bands with a hole or an overlap are noticed', () => {
    const band = (low: string, high: string, edges: readonly [boolean, boolean]): GradeBand => ({
      label: '优',
      low,
      lowIncluded: edges[0],
      high,
      highIncluded: edges[1],
    });
    expect(tiles([band('90', '100', [true, true]), band('0', '90', [true, false])])).toBe(true);
    expect(tiles([band('90', '100', [true, true]), band('0', '89', [true, true])])).toBe(false);
    expect(tiles([band('90', '100', [true, true]), band('0', '90', [true, true])])).toBe(false);
  });
});

describe.each(profiles)('profile $id', (profile) => {
  test('says what it is, after which document, and how it is recognised', () => {
    expect(profile.name.zh).not.toBe('');
    expect(profile.name.en).not.toBe('');
    expect(profile.basis).not.toBe('');
    expect(profile.titles.length).toBeGreaterThan(0);
    expect(profile.rubric.length > 0 || profile.marks !== undefined).toBe(true);
  });

  test('names columns that exist, none of them twice or excluded by itself', () => {
    const lacks = profile.marks?.lacks ?? [];
    for (const role of [...profile.columns, ...lacks]) expect(columnRoleSchema.options).toContain(role);
    expect(new Set([...profile.columns, ...lacks]).size).toBe(profile.columns.length + lacks.length);
  });

  test('has wordings that differ from each other once they are folded', () => {
    const { block = [], header = [], names = [], remarks = [] } = profile.marks ?? {};
    for (const words of [profile.titles, block, header, names, remarks]) {
      const keys = words.map(matchKey);
      expect(keys).not.toContain('');
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('names places in full, so that no street of the same name is taken for one', () => {
    for (const place of profile.marks?.regions ?? []) expect(place).toMatch(/(?:省|市|自治区)$/);
  });

  test('has grade bands that tile 0 to 100, or none', () => {
    const { gradeBands } = profile.policies;
    expect(gradeBands.length === 0 || tiles(gradeBands)).toBe(true);
  });

  test('has policies within reason', () => {
    const { executionPoints, overshoot, overshootFrom, qualitativeBands } = profile.policies;
    expect((overshoot === undefined) === (overshootFrom === undefined)).toBe(true);
    if (overshootFrom) expect(Number(overshootFrom)).toBeGreaterThan(1);
    if (executionPoints) expect(['10', '20']).toContain(executionPoints);
    const [reached = '1', partly = '0'] = qualitativeBands ?? [];
    expect(Number(reached)).toBeGreaterThan(Number(partly));
  });

  test('has years in order, if any are known', () => {
    const { from = 2011, to = 2099 } = profile.years ?? {};
    expect(from).toBeGreaterThan(2010);
    expect(to).toBeGreaterThanOrEqual(from);
  });

  test('has a rubric of 100 points, or none', () => {
    const { rubric } = profile;
    expect(rubric.length === 0 ? '100' : sum(rubric.map(({ maxScore }) => maxScore))).toBe('100');
  });
});

import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { foldWidth } from '../../text/fold.ts';
import { allDamages, applyDamages } from './damages/apply.ts';
import { families, generate } from './families/index.ts';
import type { GeneratedAssessment } from './generated.ts';
import { inject, injectors } from './injectors/index.ts';
import type { LaidTable } from './layout/laid-out.ts';
import { layOut } from './layout/lay-out.ts';
import { gradeBands } from './truth/grade.ts';
import { encodeGb18030 } from './writers/encode-gb18030.ts';
import { writeHtmlPage } from './writers/markup/html-page.ts';
import { writeTabSeparated } from './writers/tab-separated.ts';

const seeds = Array.from({ length: 25 }, (_, index) => 9000 + index);
const names = Object.keys(families);
const all = names.flatMap((family) => seeds.map((seed) => generate(family, seed)));

const total = (values: readonly (string | null | undefined)[]): string =>
  values.reduce((sum, value) => sum.plus(value ?? 0), new Decimal(0)).toFixed();

describe('a generated document', () => {
  test('is the same for the same seed and another for another', () => {
    for (const family of names) {
      expect(generate(family, 5).assessment).toEqual(generate(family, 5).assessment);
      expect(generate(family, 5).assessment).not.toEqual(generate(family, 6).assessment);
    }
  });

  test('prints the sum of its scores as its total', () => {
    const scored = all.filter(({ assessment }) => assessment.total.printed !== null);
    expect(scored.length).toBeGreaterThan(200);
    for (const { assessment } of scored)
      expect(assessment.total.printed).toBe(total(assessment.rows.map(({ selfScore }) => selfScore)));
  });

  test('has points that sum to the full mark and to their groups, and no score above them', () => {
    for (const { assessment } of all) {
      const points = assessment.rows.map(({ maxScore, impliedMax }) => maxScore ?? impliedMax);
      if (assessment.total.max !== null && assessment.family !== 'F24') expect(total(points)).toBe('100');
      for (const { selfScore, maxScore, impliedMax } of assessment.rows)
        if (selfScore !== null) expect(new Decimal(selfScore).lte(maxScore ?? impliedMax ?? 0)).toBe(true);
      if (assessment.family !== 'F24') expectGroupsToSum(assessment);
    }
  });

  test('has funds and budgets that sum, and execution scores that follow from their amounts', () => {
    for (const { assessment } of all) {
      const [sum, ...parts] = assessment.funds;
      if (sum && parts.length > 0)
        for (const field of ['initial', 'adjusted', 'executed'] as const)
          expect(total(parts.map((part) => part[field]))).toBe(sum[field]);
      if (sum?.score !== undefined && sum.points !== undefined)
        expect(new Decimal(sum.executed).div(sum.adjusted).times(sum.points).toFixed(2)).toBe(
          new Decimal(sum.score).toFixed(2),
        );
      if (assessment.budget)
        expect(total(assessment.budget.parts.map(({ amount }) => amount))).toBe(assessment.budget.total);
    }
  });

  test('carries the grade of its total', () => {
    const graded = all.filter(({ assessment }) => assessment.grade.chosen.length > 0);
    expect(graded.length).toBeGreaterThan(50);
    for (const { assessment } of graded) {
      const band = gradeBands.find(({ low }) => new Decimal(assessment.total.printed ?? 0).gte(low));
      expect(assessment.grade.chosen).toEqual([band?.label]);
    }
  });

  test('is laid out on a table whose cells tile it', () => {
    for (const document of all)
      for (const block of layOut(document).blocks) if (block.kind === 'table') expectTiled(block.table);
  });
});

describe('an injector', () => {
  test.each(Object.keys(injectors))('%s changes some documents and says what must be found', (name) => {
    const changed = all.flatMap((document) => {
      const injected = inject(document, name, 1);
      return injected ? [{ before: document.assessment, after: injected.assessment }] : [];
    });
    expect(changed.length).toBeGreaterThan(0);
    for (const { before, after } of changed) {
      expect({ ...after, mustRaise: [], mayRaise: [] }).not.toEqual(before);
      expect(after.mustRaise.length + after.mayRaise.length).toBeGreaterThan(0);
    }
  });
});

describe('a damage', () => {
  test.each(Object.keys(allDamages))('%s keeps every score that is printed', (name) => {
    for (const family of ['F1', 'F7', 'F9', 'F26']) {
      const document = generate(family, 3);
      const text = writeTabSeparated(layOut(document), { rowsPerPage: 5 });
      const rowNames = document.assessment.rows.map(({ path }) => path.at(-1) ?? '');
      const damaged = foldWidth(applyDamages(text, { damages: [name], seed: 4 }, rowNames));
      for (const { selfScore } of document.assessment.rows) expect(damaged).toContain(selfScore);
      expect(applyDamages(text, { damages: [name], seed: 4 }, rowNames)).toBe(
        applyDamages(text, { damages: [name], seed: 4 }, rowNames),
      );
    }
  });
});

test('a page in the older encoding decodes to itself', () => {
  const page = writeHtmlPage(layOut(generate('F9', 2)), {
    markup: 'word',
    surroundings: 'site',
    hiddenRows: 'some',
    declaredCharset: 'none',
  });
  expect(new TextDecoder('gb18030').decode(encodeGb18030(page))).toBe(page.replaceAll('☑', '√'));
});

function expectGroupsToSum({ rows, groups }: GeneratedAssessment): void {
  for (const { path, maxScore } of groups) {
    const under = rows.filter((row) => path.every((name, level) => row.path[level] === name));
    expect(total(under.map((row) => row.maxScore ?? row.impliedMax))).toBe(maxScore);
  }
}

function expectTiled({ columnCount, rows }: LaidTable): void {
  const filled = rows.map(() => new Array<number>(columnCount).fill(0));
  rows.forEach(({ cells }, row) => {
    for (const { column, rowSpan, columnSpan } of cells)
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < columnSpan; right += 1) {
          const line = filled[row + down];
          if (line) line[column + right] = (line[column + right] ?? 0) + 1;
        }
  });
  expect(new Set(filled.flat())).toEqual(new Set([1]));
}

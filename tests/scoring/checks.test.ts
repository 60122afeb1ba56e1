import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessmentSchema } from '../../model/assessment.ts';
import { findingCodes, findingSchema } from '../../model/finding.ts';
import { runCheck } from '../../scoring/checks/check.ts';
import { checks, findCheck } from '../../scoring/checks/index.ts';
import { scoringContext } from '../../scoring/scoring-context.ts';

/** Codes of the contract whose check is still to be written. */
const notYet: readonly string[] = [];

const root = path.join(import.meta.dirname, '../..');
const plumbing = ['check.ts', 'example-assessment.ts', 'index.ts'];

describe('the list of checks', () => {
  test('every code has one check or is known to lack it', () => {
    const codes = checks.map(({ code }) => code);
    expect([...codes, ...notYet].sort()).toEqual([...findingCodes].sort());
    expect(findCheck('total/mismatch')?.code).toBe('total/mismatch');
    expect(findCheck('no/such-code')).toBeUndefined();
  });

  test('every check has a file named after its code', () => {
    const files = readdirSync(path.join(root, 'scoring/checks')).filter((name) => name.endsWith('.ts'));
    const named = checks.map(({ code }) => `${code.replace('/', '-')}.ts`);
    expect(files.filter((name) => !plumbing.includes(name)).sort()).toEqual(named.sort());
  });

  test('every check has a page', () => {
    const pages = readdirSync(path.join(root, 'docs/findings')).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(checks.map(({ code }) => `${code.replace('/', '-')}.md`).sort());
  });
});

describe.each(checks)('$code', (check) => {
  test('has examples of both kinds', () => {
    expect(check.examples.some(({ fires }) => fires)).toBe(true);
    expect(check.examples.some(({ fires }) => !fires)).toBe(true);
  });

  test.each(check.examples)('$name.en', (example) => {
    const { assessment, profile, fires } = example;
    expect(assessmentSchema.safeParse(assessment).error).toBeUndefined();
    const findings = runCheck(check, scoringContext(assessment, profile, example));
    expect(findings.length > 0).toBe(fires);
    for (const finding of findings) {
      expect(findingSchema.safeParse(finding).error).toBeUndefined();
      expect(finding.message.zh).toMatch(/\p{Script=Han}/u);
      expect(finding.message.en).not.toMatch(/undefined|NaN/);
    }
  });
});

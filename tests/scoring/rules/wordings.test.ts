import { isDeepStrictEqual } from 'node:util';
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { compileRule } from '../../../scoring/rules/compile.ts';
import { evaluateRule } from '../../../scoring/rules/evaluate.ts';
import { parseRule } from '../../../scoring/rules/parse.ts';
import { moreWordings } from './more-wordings.ts';
import { otherWordings } from './other-wordings.ts';
import { readAllows, readFacts, show } from './read-wording.ts';
import { wordings as firstWordings } from './wordings.ts';

const wordings = [...firstWordings, ...moreWordings, ...otherWordings];

/** Known gaps of the grammar: their number may only fall. */
const mostNotUnderstood = 2;

const allowed = wordings.filter(({ allows }) => allows !== 'refused');
const compilable = allowed.filter(({ text, points }) => compileRule(text, points).kind === 'understood');

describe('wordings of scoring standards', () => {
  test('are many', () => {
    expect(wordings.length).toBeGreaterThanOrEqual(300);
    expect(wordings.filter(({ allows }) => allows === 'refused').length).toBeGreaterThan(20);
  });

  test('are understood but for a few', () => {
    expect(allowed.length - compilable.length).toBe(mostNotUnderstood);
    expect(compilable.length / allowed.length).toBeGreaterThan(0.97);
  });

  test.each(compilable)(
    '$text ($points) compiles to the scores that it allows',
    ({ text, points, allows }) => {
      const compiled = compileRule(text, points);
      expect(compiled.kind === 'understood' ? show(compiled.possible) : compiled).toEqual(
        show(readAllows(allows)),
      );
      expect(compiled.kind === 'understood' && compiled.isDiscretionary).toBe(allows.includes('judgement'));
    },
  );

  test.each(
    compilable.flatMap((wording) =>
      (wording.cases ?? []).map(([given, score]) => ({ ...wording, given, score })),
    ),
  )('$text with $given gives $score', ({ text, points, given, score }) => {
    const compiled = compileRule(text, points);
    if (compiled.kind === 'not-understood') throw new Error(compiled.leftover);
    const { scores } = evaluateRule(compiled.rule, {
      points: new Decimal(points),
      facts: readFacts(given, compiled.rule),
      reading: 'nominal',
      discretion: 'open',
    });
    expect(show(scores)).toBe(show(readAllows(score)));
  });

  test.each(wordings.filter(({ allows }) => allows === 'refused'))(
    '“$text” is not understood',
    ({ text, points }) => {
      expect(compileRule(text, points).kind).toBe('not-understood');
    },
  );

  test.each(compilable)('$text reads the same after printing', ({ text, points }) => {
    const compiled = compileRule(text, points);
    if (compiled.kind === 'not-understood') throw new Error(compiled.leftover);
    const again = parseRule(compiled.canonical, points);
    expect(
      isDeepStrictEqual(again, compiled.rule) ? undefined : { canonical: compiled.canonical, again },
    ).toBeUndefined();
  });
});

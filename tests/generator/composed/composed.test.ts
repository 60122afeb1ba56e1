import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../pipeline/check.ts';
import { findCheck } from '../../../scoring/checks/index.ts';
import type { GeneratedAssessment } from '../generated.ts';
import { inject, injectors } from '../injectors/index.ts';
import { compare } from '../scoreboard/compare.ts';
import { expectedOf } from '../scoreboard/expected.ts';
import { compose } from './compose.ts';
import { composedWriters, htmlPage } from './formats.ts';
import { layOutComposed } from './lay-out.ts';
import { layOutOddly, oddities } from './oddities.ts';

const seeds = Array.from({ length: 20 }, (_, index) => 7001 + index);
const documents = seeds.map(compose);

async function missesOf(
  document: ReturnType<typeof compose>,
  write: (typeof composedWriters)[string],
): Promise<readonly string[]> {
  const bytes = await write(layOutComposed(document), 1);
  const result = await checkDocument({ file: 'composed', bytes, language: 'zh' });
  return compare(expectedOf(document), result).misses.map(
    ({ what, expected, reported }) => `${what}: ${expected} → ${reported}`,
  );
}

/** The same document where only findings of severity `error` must be raised. */
function withErrorsOnly(assessment: GeneratedAssessment): GeneratedAssessment {
  const isError = ({ code }: { readonly code: string }) => findCheck(code)?.severity === 'error';
  return { ...assessment, mustRaise: assessment.mustRaise.filter(isError) };
}

describe('a form that nobody has seen', () => {
  test('is the same for the same seed, and forms differ', () => {
    expect(compose(5)).toEqual(compose(5));
    expect(new Set(documents.map(({ form }) => form.columns.map(({ header }) => header).join())).size).toBe(
      documents.length,
    );
  });

  test.each(['html', 'docx', 'xlsx', 'pdf'])(
    'is read right from %s, without a false error',
    async (format) => {
      const write = composedWriters[format] ?? htmlPage;
      for (const [index, document] of documents.entries())
        expect(await missesOf(document, write), `seed ${seeds[index]}`).toEqual([]);
    },
  );

  test.each(Object.keys(oddities))('is read right with %s', async (oddity) => {
    let held = 0;
    for (const [index, document] of documents.entries()) {
      const laid = layOutOddly(document, oddity);
      if (laid === undefined) continue;
      held += 1;
      expect(await missesOf(document, () => htmlPage(laid, 1)), `seed ${seeds[index]}`).toEqual([]);
    }
    expect(held).toBeGreaterThan(3);
  });

  test.each(Object.keys(injectors))('shows %s where an error must be found', async (injector) => {
    let held = 0;
    for (const [index, document] of documents.entries()) {
      const injected = inject(document, injector, 1);
      if (injected === undefined) continue;
      const wanted = { ...injected, assessment: withErrorsOnly(injected.assessment) };
      held += 1;
      const misses = await missesOf(wanted, htmlPage);
      expect(
        misses.filter((miss) => /^(?:finding|accusation)/.test(miss)),
        `seed ${seeds[index]}`,
      ).toEqual([]);
    }
    expect(held).toBeGreaterThan(3);
  });
});

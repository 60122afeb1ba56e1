import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocument } from '../pipeline/check.ts';
import { applyDamages } from './generator/damages/apply.ts';
import { damages } from './generator/damages/damages.ts';
import { families, generate } from './generator/families/index.ts';
import { layOut } from './generator/layout/lay-out.ts';
import { compare, type Miss } from './generator/scoreboard/compare.ts';
import { type ExpectedAssessment, expectedOf } from './generator/scoreboard/expected.ts';
import { expectedOfSample, readSamples } from './generator/scoreboard/sample-truths.ts';
import { addTallies, cellTally, noTallies, type Tallies } from './generator/scoreboard/tally.ts';
import { writeTabSeparated } from './generator/writers/tab-separated.ts';

type Document = {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly ExpectedAssessment[];
};

const samples: readonly Document[] = readSamples()
  .filter(({ truth }) => truth.file.endsWith('.txt'))
  .map((sample) => ({
    name: sample.truth.file,
    text: new TextDecoder().decode(sample.bytes),
    expected: expectedOfSample(sample),
  }))
  .filter(({ text }) => text.includes('\t'));

const generated: readonly Document[] = Object.keys(families).map((family) => {
  const document = generate(family, 1);
  return {
    name: family,
    text: writeTabSeparated(layOut(document), { rowsPerPage: 6 }),
    expected: expectedOf(document),
  };
});

/** One to three kinds of damage on one document. */
const damaged = (documents: readonly Document[]) =>
  fc.record({
    document: fc.constantFrom(...documents),
    kinds: fc.subarray(Object.keys(damages), { minLength: 1, maxLength: 3 }),
    seed: fc.nat(1_000_000),
  });

type Outcome = {
  readonly tallies: Tallies;
  readonly misses: readonly (Miss & { readonly where: string })[];
  readonly silent: readonly string[];
};

async function readDamaged(documents: readonly Document[], runs: number): Promise<Outcome> {
  let tallies = noTallies;
  const misses: (Miss & { where: string })[] = [];
  const silent: string[] = [];
  for (const { document, kinds, seed } of fc.sample(damaged(documents), { numRuns: runs, seed: 20230815 })) {
    const names = document.expected.flatMap(({ rows }) => rows.map(({ path }) => path.at(-1) ?? ''));
    const text = applyDamages(document.text, { damages: kinds, seed }, names);
    const result = await checkDocument({
      file: document.name,
      bytes: new TextEncoder().encode(text),
      language: 'zh',
    });
    const where = `${document.name} ${kinds.join('+')} ${seed}`;
    const comparison = compare(document.expected, result);
    tallies = addTallies(tallies, comparison.tallies);
    misses.push(...comparison.misses.map((miss) => ({ where, ...miss })));
    const { rows } = comparison.tallies;
    const said =
      result.notes.length +
      result.assessments.flatMap(({ notes, findings }) => [...notes, ...findings]).length;
    if (rows.right < rows.expected && said === 0) silent.push(where);
  }
  return { tallies, misses, silent };
}

const wrongCells = ({ misses }: Outcome) =>
  misses.filter(
    ({ what, reported }) =>
      /(?:name|points|score|stray row)$/.test(what) && reported !== 'null' && reported !== '',
  );

describe.each([
  { title: 'samples', documents: samples, runs: 120 },
  { title: 'generated documents', documents: generated, runs: 160 },
])('$title with moved, lost and rewritten cells', ({ documents, runs }) => {
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = await readDamaged(documents, runs);
  });

  test('are read right where they are read', () => {
    const cells = cellTally(outcome.tallies);
    expect(cells.reported).toBeGreaterThan(1000);
    const misread = JSON.stringify(wrongCells(outcome), null, 1);
    expect(cells.right / cells.reported, misread).toBeGreaterThanOrEqual(0.995);
  });

  test('never get a self score that their row does not print', () => {
    const { scores } = outcome.tallies;
    const wrong = outcome.misses.filter(
      ({ what, reported }) => what.endsWith('score') && reported !== 'null',
    );
    expect(scores.reported - scores.right, JSON.stringify(wrong, null, 1)).toBe(0);
  });

  test('have what is not read reported as such', () => {
    expect(outcome.silent).toEqual([]);
  });
});

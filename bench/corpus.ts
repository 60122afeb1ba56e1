import { allDamages, applyDamages } from '../tests/generator/damages/apply.ts';
import { families, generate } from '../tests/generator/families/index.ts';
import { inject, injectors } from '../tests/generator/injectors/index.ts';
import type { GeneratedDocument } from '../tests/generator/layout/form.ts';
import { joinDocuments } from '../tests/generator/layout/join.ts';
import { layOut } from '../tests/generator/layout/lay-out.ts';
import { expectedOf } from '../tests/generator/scoreboard/expected.ts';
import { expectedOfSample, readSamples } from '../tests/generator/scoreboard/sample-truths.ts';
import { writeHtmlInText } from '../tests/generator/writers/html-in-text.ts';
import { writeMarkdown } from '../tests/generator/writers/markdown.ts';
import { writeTabSeparated } from '../tests/generator/writers/tab-separated.ts';
import { composedEntries } from './composed-corpus.ts';
import type { Entry } from './entry.ts';
import { formatEntries } from './format-corpus.ts';

/** Seeds of the recorded scoreboard: few enough for a minute, other ones than the tests use. */
const seeds = [101, 102, 103, 104, 105, 106];

export const textWriters: Readonly<Record<string, (document: GeneratedDocument, seed: number) => string>> = {
  tabs: (document, seed) => writeTabSeparated(layOut(document), { rowsPerPage: 4 + (seed % 5) }),
  markdown: (document) => writeMarkdown(layOut(document)),
  'html in text': (document) => writeHtmlInText(layOut(document)),
};

/** Composed documents differ more from each other than those of a family do. */
const composedSeeds = Array.from({ length: 60 }, (_, index) => 1001 + index);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const eachDocument = (): { family: string; seed: number; document: GeneratedDocument }[] =>
  Object.keys(families).flatMap((family) =>
    seeds.map((seed) => ({ family, seed, document: generate(family, seed) })),
  );

function cleanEntries(): Entry[] {
  return eachDocument().flatMap(({ family, seed, document }) =>
    Object.entries(textWriters).map(([format, write]) => ({
      group: `${format} ${family}`,
      name: `${family}-${seed}`,
      bytes: encode(write(document, seed)),
      expected: expectedOf(document),
      rubrics: 'known',
    })),
  );
}

/** The text documents once more, read as unknown forms. */
function genericEntries(): Entry[] {
  return cleanEntries().map((entry) => ({ ...entry, group: `generic ${entry.group}`, rubrics: 'generic' }));
}

function damagedEntries(): Entry[] {
  return eachDocument().flatMap(({ family, seed, document }) =>
    Object.keys(allDamages).map((damage) => {
      const names = document.assessment.rows.map(({ path }) => path.at(-1) ?? '');
      const text = writeTabSeparated(layOut(document), { rowsPerPage: 4 + (seed % 5) });
      return {
        group: `damage ${damage}`,
        name: `${family}-${seed}`,
        bytes: encode(applyDamages(text, { damages: [damage], seed }, names)),
        expected: expectedOf(document),
        rubrics: 'known',
      };
    }),
  );
}

function disagreeingEntries(): Entry[] {
  return eachDocument().flatMap(({ family, seed, document }) =>
    Object.keys(injectors).flatMap((injector) => {
      const injected = inject(document, injector, seed);
      if (!injected) return [];
      const text = writeTabSeparated(layOut(injected), { rowsPerPage: 4 + (seed % 5) });
      return [
        {
          group: `disagreement ${injector}`,
          name: `${family}-${seed}`,
          bytes: encode(text),
          expected: expectedOf(injected),
          rubrics: 'known',
        },
      ];
    }),
  );
}

/** Three documents of different families in one file. */
function joinedEntries(): Entry[] {
  const names = Object.keys(families);
  return names.flatMap((family, index) =>
    seeds.slice(0, 2).map((seed) => {
      const next = names[(index + 3) % names.length] ?? family;
      const documents = [generate(family, seed), generate(next, seed + 1000), generate(family, seed + 2000)];
      const text = writeTabSeparated(joinDocuments(documents.map(layOut)), { rowsPerPage: 6 });
      return {
        group: 'three in one file',
        name: `${family}-${next}-${seed}`,
        bytes: encode(text),
        expected: documents.flatMap(expectedOf),
        rubrics: 'known',
      };
    }),
  );
}

function sampleEntries(): Entry[] {
  return readSamples().map((sample) => ({
    group: 'samples',
    name: sample.truth.file,
    bytes: sample.bytes,
    expected: expectedOfSample(sample),
    rubrics: 'known',
  }));
}

/** All documents of the scoreboard; always the same ones. */
export async function corpus(): Promise<readonly Entry[]> {
  return [
    ...sampleEntries(),
    ...cleanEntries(),
    ...genericEntries(),
    ...(await formatEntries(seeds)),
    ...joinedEntries(),
    ...damagedEntries(),
    ...disagreeingEntries(),
    ...(await composedEntries(composedSeeds)),
  ];
}

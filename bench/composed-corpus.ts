import { compose } from '../tests/generator/composed/compose.ts';
import { composedWriters, htmlPage } from '../tests/generator/composed/formats.ts';
import { layOutComposed } from '../tests/generator/composed/lay-out.ts';
import { layOutOddly, oddities } from '../tests/generator/composed/oddities.ts';
import { inject, injectors } from '../tests/generator/injectors/index.ts';
import { expectedOf } from '../tests/generator/scoreboard/expected.ts';
import type { Entry } from './entry.ts';

/** Composed documents in every format, and as web pages with every disagreement that has a place in them. */
export async function composedEntries(seeds: readonly number[]): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const seed of seeds) {
    const document = compose(seed);
    for (const [format, write] of Object.entries(composedWriters))
      entries.push({
        group: `composed ${format}`,
        name: `composed-${seed}`,
        bytes: await write(layOutComposed(document), seed),
        expected: expectedOf(document),
        rubrics: 'known',
      });
    for (const oddity of Object.keys(oddities)) {
      const laid = layOutOddly(document, oddity);
      if (laid === undefined) continue;
      entries.push({
        group: `composed with ${oddity}`,
        name: `composed-${seed}`,
        bytes: await htmlPage(laid, seed),
        expected: expectedOf(document),
        rubrics: 'known',
      });
    }
    for (const injector of Object.keys(injectors)) {
      const injected = inject(document, injector, seed);
      if (injected === undefined) continue;
      entries.push({
        group: `composed ${injector}`,
        name: `composed-${seed}`,
        bytes: await htmlPage(layOutComposed(injected), seed),
        expected: expectedOf(injected),
        rubrics: 'known',
      });
    }
  }
  return entries;
}

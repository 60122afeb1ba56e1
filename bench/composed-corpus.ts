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
    const add = (kind: string, bytes: Uint8Array, printed = document): void => {
      const expected = expectedOf(printed);
      entries.push({
        group: `composed ${kind}`,
        name: `composed-${seed}`,
        bytes,
        expected,
        rubrics: 'known',
      });
    };
    for (const [format, write] of Object.entries(composedWriters))
      add(format, await write(layOutComposed(document), seed));
    for (const oddity of Object.keys(oddities)) {
      const laid = layOutOddly(document, oddity);
      if (laid !== undefined) add(`with ${oddity}`, await htmlPage(laid, seed));
    }
    for (const injector of Object.keys(injectors)) {
      const injected = inject(document, injector, seed);
      if (injected !== undefined) add(injector, await htmlPage(layOutComposed(injected), seed), injected);
    }
  }
  return entries;
}

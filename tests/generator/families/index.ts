import type { GeneratedDocument } from '../layout/form.ts';
import { derive, type Random, seeded } from '../random.ts';
import { makeNational, nationalVariants } from './national.ts';
import { makeEqualSplit, makeFlat, makeHubei, makeReviewed, makeSichuan } from './provincial.ts';
import { makeCounty, makeMunicipal } from './rubric.ts';
import { makeUnscored } from './unscored.ts';

/** Every family that can be generated; the names are those of the field notes (F1 the national form, …). */
export const families: Readonly<Record<string, (random: Random) => GeneratedDocument>> = {
  ...Object.fromEntries(
    nationalVariants.map((variant) => [variant.family, (random: Random) => makeNational(random, variant)]),
  ),
  F3: makeSichuan,
  F5: makeReviewed,
  F6: makeHubei,
  F7: makeCounty,
  F8: (random) => makeUnscored(random, 'F8'),
  F9: (random) => makeMunicipal(random, 'F9'),
  F10: (random) => makeMunicipal(random, 'F10'),
  F20: (random) => makeUnscored(random, 'F20'),
  F24: makeEqualSplit,
  F26: makeFlat,
};

/** A consistent document of a family; the same seed gives the same one. */
export function generate(family: string, seed: number): GeneratedDocument {
  const make = families[family];
  if (make === undefined) throw new RangeError(`no family ${family}`);
  return make(seeded(derive(seed, family)));
}

import { alternativeOf } from '../row-kinds.ts';
import type { Addend, Selection } from './selection.ts';

/** Most combinations of choices that are tried; forms have one or two choices. */
const mostCombinations = 64;

/**
 * Every way to take one branch of each choice. Branches without any score are taken only where no branch has one.
 * Empty where the form leaves nothing to choose.
 */
export function chooseAlternatives(addends: readonly Addend[]): readonly Selection[] {
  const sets = new Map<string, Map<string, Addend[]>>();
  for (const addend of addends) {
    const alternative = addend.row && alternativeOf(addend.row);
    if (!alternative) continue;
    const branches = sets.get(alternative.set) ?? new Map<string, Addend[]>();
    branches.set(alternative.choice, [...(branches.get(alternative.choice) ?? []), addend]);
    sets.set(alternative.set, branches);
  }
  const choices = [...sets.values()].filter((branches) => branches.size > 1);
  if (choices.length === 0) return [];
  const free = choices.flatMap((branches) => [...branches.values()].flat());
  const fixed = addends.filter((addend) => !free.includes(addend));
  return combine(choices.map(openBranches)).map((chosen) => ({ addends: [...fixed, ...chosen] }));
}

function openBranches(branches: ReadonlyMap<string, readonly Addend[]>): readonly (readonly Addend[])[] {
  const all = [...branches.values()];
  const scored = all.filter((branch) => branch.some(({ score }) => score !== undefined));
  return scored.length > 0 ? scored : all;
}

function combine(choices: readonly (readonly (readonly Addend[])[])[]): readonly (readonly Addend[])[] {
  let combined: readonly (readonly Addend[])[] = [[]];
  for (const branches of choices) {
    combined = combined.flatMap((taken) => branches.map((branch) => [...taken, ...branch]));
    combined = combined.slice(0, mostCombinations);
  }
  return combined;
}

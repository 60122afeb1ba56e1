import { derive, seeded } from '../random.ts';
import { type Damage, damages, shiftedEverything } from './damages.ts';
import { misplacements } from './misplacements.ts';

export const allDamages: Readonly<Record<string, Damage>> = {
  ...damages,
  shiftedEverything,
  ...misplacements,
};

export type DamagePlan = { readonly damages: readonly string[]; readonly seed: number };

/** Damages a text, one kind after the other; the same plan always does the same. */
export function applyDamages(text: string, plan: DamagePlan, names: Iterable<string>): string {
  const known = new Set(names);
  let lines: readonly string[] = text.split('\n');
  for (const name of plan.damages) {
    const damage = allDamages[name];
    if (!damage) throw new RangeError(`no damage ${name}`);
    lines = damage({ random: seeded(derive(plan.seed, name)), lines, names: known });
  }
  return lines.join('\n');
}

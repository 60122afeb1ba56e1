import { addTallies, type Kind, noTallies, type Tallies } from '../tests/generator/scoreboard/tally.ts';

/** What must hold whatever was recorded: of the lines that begin so, at least this share is right. */
type Limit = { readonly lines: string; readonly kind: Kind; readonly least: number };

const limits: readonly Limit[] = [
  // Most forms that people publish are not among the profiles.
  { lines: 'generic ', kind: 'rows', least: 0.97 },
];

/** A sentence for each limit that the figures fall short of. */
export function shortfalls(groups: ReadonlyMap<string, Tallies>): readonly string[] {
  return limits.flatMap(({ lines, kind, least }) => {
    const { right, expected } = [...groups]
      .filter(([group]) => group.startsWith(lines))
      .map(([, tallies]) => tallies)
      .reduce(addTallies, noTallies)[kind];
    if (right >= least * expected && expected > 0) return [];
    return [
      `too few: lines ${lines.trim()}, ${kind}: ${right} of ${expected}, at least ${100 * least}% must be right`,
    ];
  });
}

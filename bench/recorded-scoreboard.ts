import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { kinds, type Tallies } from '../tests/generator/scoreboard/tally.ts';

const file = path.join(import.meta.dirname, 'recorded', 'scoreboard.json');

/** `right/reported/expected` by line and by kind of thing. */
const scoreboardSchema = z.record(z.string(), z.record(z.string(), z.string()));

export type Scoreboard = z.infer<typeof scoreboardSchema>;

export type Change = {
  readonly group: string;
  readonly kind: string;
  readonly recorded: string;
  readonly now: string;
};

export function toScoreboard(groups: ReadonlyMap<string, Tallies>): Scoreboard {
  return Object.fromEntries(
    [...groups].map(([group, tallies]) => [
      group,
      Object.fromEntries(
        kinds.map((kind) => {
          const { right, reported, expected } = tallies[kind];
          return [kind, `${right}/${reported}/${expected}`];
        }),
      ),
    ]),
  );
}

/** The recorded scoreboard; empty before the first recording. */
export function readRecorded(): Scoreboard {
  return existsSync(file) ? scoreboardSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

export function record(scoreboard: Scoreboard): void {
  writeFileSync(file, `${JSON.stringify(scoreboard, null, 2)}\n`);
}

/** Every figure that is not the recorded one, better or worse. */
export function changes(recorded: Scoreboard, now: Scoreboard): readonly Change[] {
  const groups = new Set([...Object.keys(recorded), ...Object.keys(now)]);
  return [...groups].flatMap((group) =>
    kinds.flatMap((kind) => {
      const before = recorded[group]?.[kind] ?? 'none';
      const after = now[group]?.[kind] ?? 'none';
      return before === after ? [] : [{ group, kind, recorded: before, now: after }];
    }),
  );
}

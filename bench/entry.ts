import type { ExpectedAssessment } from '../tests/generator/scoreboard/expected.ts';

/** A document with what it says; `group` is the line of the scoreboard on which it counts. */
export type Entry = {
  readonly group: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: readonly ExpectedAssessment[];
};

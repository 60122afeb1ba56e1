import type { Migration } from './migration.ts';

/** The disagreements that stand, by what they are in: the overview asks which assessments have one. See `bench/pages.ts`. */
export const standingErrors: Migration = {
  name: '0008-standing-errors',
  statements: () => [
    `create index findings_standing_errors on findings (sha256, assessment)
      where severity = 'error' and state <> 'dismissed'`,
  ],
};

import { record } from './0001-record.ts';
import { review } from './0002-review.ts';
import { people } from './0003-people.ts';
import { crawl } from './0004-crawl.ts';
import { webhook } from './0005-webhook.ts';
import { facetCounts } from './0006-facet-counts.ts';
import { rowCoverage } from './0007-row-coverage.ts';
import { standingErrors } from './0008-standing-errors.ts';
import type { Migration } from './migration.ts';

/** In the order in which they are applied; the number of steps applied is the version of a store. */
export const migrations: readonly Migration[] = [
  record,
  review,
  people,
  crawl,
  webhook,
  facetCounts,
  rowCoverage,
  standingErrors,
];

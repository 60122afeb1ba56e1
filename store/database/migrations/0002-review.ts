import { appendOnly } from '../append-only.ts';
import type { Migration } from './migration.ts';

/** What people say about findings. */
export const review: Migration = {
  name: '0002-review',
  statements: (words) => {
    const { text, integer, identity, end } = words;
    return [
      `create table reviews (
        fingerprint ${text} primary key,
        sha256 ${text} not null references documents (sha256),
        state ${text} not null,
        basis ${text},
        assignee ${text} not null,
        decision ${integer}
      )${end}`,
      'create index reviews_by_document on reviews (sha256)',
      `create table decisions (
        id ${identity},
        fingerprint ${text} not null,
        sha256 ${text} not null references documents (sha256),
        at ${integer} not null,
        who ${text} not null,
        act ${text} not null,
        verdict ${text},
        reason ${text},
        note ${text},
        assignee ${text},
        engine ${text} not null,
        basis ${text} not null,
        state_before ${text} not null,
        state_after ${text} not null,
        assignee_before ${text} not null,
        decision_before ${integer},
        undoes ${integer}
      )${end}`,
      'create index decisions_by_finding on decisions (fingerprint, id)',
      'create index decisions_by_document on decisions (sha256, id)',
      ...appendOnly('decisions', words),
      `create table comments (
        id ${identity},
        fingerprint ${text},
        sha256 ${text} not null references documents (sha256),
        at ${integer} not null,
        who ${text} not null,
        body ${text} not null
      )${end}`,
      'create index comments_by_document on comments (sha256, id)',
    ];
  },
};

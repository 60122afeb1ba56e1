import type { Migration } from './migration.ts';

/** What is told to other programs: each announcement once, and how it went with each of those that listen. */
export const webhook: Migration = {
  name: '0005-webhook',
  statements: ({ text, integer, identity, end }) => [
    `create table announcements (
      id ${identity},
      at ${integer} not null,
      sha256 ${text} not null references documents (sha256),
      result_id ${integer} not null references results (id),
      body ${text} not null,
      spread_at ${integer}
    )${end}`,
    'create index announcements_by_spread on announcements (spread_at, id)',
    `create table deliveries (
      id ${identity},
      announcement ${integer} not null references announcements (id),
      hook ${text} not null,
      state ${text} not null,
      fence ${integer} not null,
      attempts ${integer} not null,
      due_at ${integer} not null,
      created_at ${integer} not null,
      ended_at ${integer},
      status ${integer},
      error_code ${text},
      error_message ${text},
      unique (announcement, hook)
    )${end}`,
    'create index deliveries_by_due on deliveries (state, due_at, id)',
  ],
};

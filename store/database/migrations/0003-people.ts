import { appendOnly } from '../append-only.ts';
import type { ColumnWords } from '../column-words.ts';
import type { Migration } from './migration.ts';

/** Who may use the program, what they corrected and which lists they keep. */
export const people: Migration = {
  name: '0003-people',
  statements: (words) => [...corrections(words), ...accounts(words), ...views(words)],
};

function corrections(words: ColumnWords): readonly string[] {
  const { text, integer, identity, end } = words;
  return [
    `create table corrections (
      id ${identity},
      sha256 ${text} not null references documents (sha256),
      assessment ${text} not null,
      subject ${text} not null,
      field ${text} not null,
      read ${text},
      value ${text},
      who ${text} not null,
      why ${text} not null,
      at ${integer} not null,
      withdraws ${integer}
    )${end}`,
    'create index corrections_by_document on corrections (sha256, id)',
    ...appendOnly('corrections', words),
  ];
}

function accounts({ text, integer, identity, end }: ColumnWords): readonly string[] {
  return [
    `create table users (
      id ${identity},
      name ${text} not null unique,
      role ${text} not null,
      password_hash ${text} not null,
      created_at ${integer} not null,
      disabled_at ${integer}
    )${end}`,
    `create table sessions (
      secret_hash ${text} primary key,
      user_id ${integer} not null references users (id),
      created_at ${integer} not null,
      last_used ${integer} not null,
      expires_at ${integer} not null
    )${end}`,
    'create index sessions_by_user on sessions (user_id)',
    `create table tokens (
      id ${identity},
      secret_hash ${text} not null unique,
      user_id ${integer} not null references users (id),
      name ${text} not null,
      role ${text} not null,
      created_at ${integer} not null,
      last_used ${integer},
      expires_at ${integer},
      revoked_at ${integer}
    )${end}`,
    `create table login_attempts (
      id ${identity},
      subject ${text} not null,
      at ${integer} not null
    )${end}`,
    'create index login_attempts_by_subject on login_attempts (subject, at)',
  ];
}

function views({ text, integer, identity, end }: ColumnWords): readonly string[] {
  return [
    `create table views (
      id ${identity},
      owner ${text} not null,
      name ${text} not null,
      query ${text} not null,
      visibility ${text} not null,
      updated_at ${integer} not null,
      unique (owner, name)
    )${end}`,
    `create table workers (
      id ${text} primary key,
      host ${text} not null,
      pid ${integer} not null,
      engine ${text} not null,
      queues ${text} not null,
      started_at ${integer} not null,
      seen_at ${integer} not null,
      doing ${text} not null
    )${end}`,
  ];
}

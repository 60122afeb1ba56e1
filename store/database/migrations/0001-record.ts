import { appendOnly } from '../append-only.ts';
import type { ColumnWords } from '../column-words.ts';
import type { Migration } from './migration.ts';

/** Documents, where they came from, what is to be done, what came of it, and who did what. */
export const record: Migration = {
  name: '0001-record',
  statements: (words) => [...documents(words), ...ledger(words), ...results(words), ...keeping(words)],
};

function documents({ text, integer, identity, end }: ColumnWords): readonly string[] {
  return [
    `create table documents (
      sha256 ${text} primary key,
      size ${integer} not null,
      media_type ${text},
      name ${text} not null,
      added_at ${integer} not null,
      status ${text} not null,
      error_code ${text},
      district ${text} not null,
      source ${text} not null,
      unit ${text},
      title ${text},
      year ${integer},
      form ${text},
      current_result ${integer},
      withdrawn_at ${integer},
      search ${text} not null
    )${end}`,
    'create index documents_by_time on documents (added_at, sha256)',
    'create index documents_by_status on documents (status, added_at, sha256)',
    `create table origins (
      id ${identity},
      sha256 ${text} not null references documents (sha256),
      kind ${text} not null,
      name ${text} not null,
      locator ${text},
      site ${text},
      detail ${text} not null,
      first_seen ${integer} not null,
      last_seen ${integer} not null,
      withdrawn_at ${integer}
    )${end}`,
    'create unique index origins_once on origins (sha256, kind, locator)',
    'create index origins_by_locator on origins (locator)',
    `create table tags (
      sha256 ${text} not null references documents (sha256),
      tag ${text} not null,
      primary key (sha256, tag)
    )${end}`,
  ];
}

function ledger({ text, integer, identity, end }: ColumnWords): readonly string[] {
  return [
    `create table ledger (
      id ${identity},
      sha256 ${text} not null references documents (sha256),
      stage ${text} not null,
      engine ${text} not null,
      state ${text} not null,
      priority ${integer} not null,
      queued_at ${integer} not null,
      due_at ${integer} not null,
      fence ${integer} not null,
      open_starts ${integer} not null,
      attempts ${integer} not null,
      transient_failures ${integer} not null,
      poison_failures ${integer} not null,
      worker ${text},
      lease_until ${integer},
      started_at ${integer},
      ended_at ${integer},
      error_class ${text},
      error_code ${text},
      error_message ${text},
      unique (sha256, stage, engine)
    )${end}`,
    'create index ledger_by_state on ledger (state, stage, priority, id)',
    'create index ledger_by_end on ledger (ended_at)',
  ];
}

function results({ text, integer, identity, bytes, end }: ColumnWords): readonly string[] {
  return [
    `create table results (
      id ${identity},
      ledger_id ${integer} not null references ledger (id),
      sha256 ${text} not null references documents (sha256),
      stage ${text} not null,
      engine ${text} not null,
      revision ${integer} not null,
      status ${text} not null,
      error_code ${text},
      created_at ${integer} not null,
      published ${bytes} not null,
      record ${text},
      unique (sha256, stage, engine, revision)
    )${end}`,
    'create index results_by_record on results (record)',
    'create index results_by_ledger on results (ledger_id)',
    `create table assessments (
      sha256 ${text} not null references documents (sha256),
      number ${integer} not null,
      result_id ${integer} not null references results (id),
      unit ${text},
      title ${text},
      project ${text},
      year ${integer},
      form ${text} not null,
      printed_total ${text},
      low ${text} not null,
      high ${text} not null,
      total_verdict ${text} not null,
      printed_grade ${text},
      expected_grade ${text},
      rows ${integer} not null,
      rows_with_score ${integer} not null,
      version_key ${text},
      primary key (sha256, number)
    )${end}`,
    'create index assessments_by_version on assessments (version_key)',
    'create index assessments_by_unit on assessments (unit, year)',
    `create table findings (
      fingerprint ${text} primary key,
      sha256 ${text} not null references documents (sha256),
      assessment ${integer} not null,
      position ${integer} not null,
      code ${text} not null,
      severity ${text} not null,
      severity_rank ${integer} not null,
      subject ${text} not null,
      subject_name ${text} not null,
      printed ${text},
      recomputed ${text},
      difference ${text},
      difference_key ${text} not null,
      difference_band ${text} not null,
      affects_grade ${integer} not null,
      message_zh ${text} not null,
      message_en ${text} not null,
      place ${text} not null,
      unit ${text} not null,
      year ${integer} not null,
      form ${text} not null,
      district ${text} not null,
      source ${text} not null,
      found_at ${integer} not null,
      basis ${text} not null,
      state ${text} not null,
      assignee ${text} not null
    )${end}`,
    'create index findings_by_document on findings (sha256, assessment, position)',
    'create index findings_by_time on findings (found_at, fingerprint)',
    'create index findings_by_severity on findings (severity_rank, difference_key, fingerprint)',
    'create index findings_by_difference on findings (difference_key, fingerprint)',
    'create index findings_by_unit on findings (unit, year, sha256, assessment, position)',
  ];
}

function keeping(words: ColumnWords): readonly string[] {
  const { text, integer, identity, end } = words;
  return [
    `create table settings (
      key ${text} primary key,
      value ${text} not null,
      updated_at ${integer} not null,
      updated_by ${text} not null
    )${end}`,
    `create table audit (
      id ${identity},
      at ${integer} not null,
      who ${text} not null,
      action ${text} not null,
      subject ${text} not null,
      before ${text},
      after ${text},
      engine ${text} not null
    )${end}`,
    'create index audit_by_subject on audit (subject, id)',
    ...appendOnly('audit', words),
  ];
}

import type { ColumnWords } from './column-words.ts';

/** Statements that make a table refuse every change and removal of a row, whoever asks. */
export function appendOnly(table: string, { dialect }: ColumnWords): readonly string[] {
  if (dialect === 'sqlite') {
    return ['update', 'delete'].map(
      (change) =>
        `create trigger ${table}_no_${change} before ${change} on ${table}
         begin select raise(abort, '${table} is append-only'); end`,
    );
  }
  return [
    `create function ${table}_append_only() returns trigger language plpgsql as
     $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_append_only before update or delete or truncate on ${table}
     for each statement execute function ${table}_append_only()`,
  ];
}

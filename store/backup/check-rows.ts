import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { StoreFault } from './verification.ts';

/** Crosswise: every row that promises another one has it. */
export async function checkRows({ db, words }: Database): Promise<readonly StoreFault[]> {
  const checks = await Promise.all([
    stagesWithoutResult(db),
    resultsOfUnfinishedStages(db),
    wrongCurrentResults(db),
    documentsWithoutStage(db),
  ]);
  const kinds = ['no-result', 'unfinished-result', 'wrong-current', 'not-queued'] as const;
  const crossed = kinds.flatMap((kind, index) =>
    (checks[index] ?? []).map(({ sha256 }) => ({ kind, subject: sha256 })),
  );
  return [...crossed, ...(words.dialect === 'sqlite' ? await sqliteFaults(db) : [])];
}

type Hashes = Promise<readonly { readonly sha256: string }[]>;

function stagesWithoutResult(db: Kysely<Tables>): Hashes {
  return db
    .selectFrom('ledger')
    .leftJoin('results', 'results.ledger_id', 'ledger.id')
    .select('ledger.sha256')
    .where('ledger.state', '=', 'done')
    .where('results.id', 'is', null)
    .execute();
}

function resultsOfUnfinishedStages(db: Kysely<Tables>): Hashes {
  return db
    .selectFrom('results')
    .innerJoin('ledger', 'ledger.id', 'results.ledger_id')
    .select('results.sha256')
    .where('ledger.state', '<>', 'done')
    .execute();
}

function wrongCurrentResults(db: Kysely<Tables>): Hashes {
  return db
    .selectFrom('documents')
    .select('documents.sha256')
    .where(({ selectFrom, ref }) => {
      const newest = selectFrom('results')
        .select('results.id')
        .whereRef('results.sha256', '=', 'documents.sha256')
        .orderBy('results.ledger_id', 'desc')
        .orderBy('results.revision', 'desc')
        .limit(1);
      return sql<boolean>`${newest} is distinct from ${ref('documents.current_result')}`;
    })
    .execute();
}

function documentsWithoutStage(db: Kysely<Tables>): Hashes {
  return db
    .selectFrom('documents')
    .leftJoin('ledger', 'ledger.sha256', 'documents.sha256')
    .select('documents.sha256')
    .where('ledger.id', 'is', null)
    .execute();
}

/** PostgreSQL checks its references with every change; a file of SQLite may have been damaged or edited. */
async function sqliteFaults(db: Kysely<Tables>): Promise<readonly StoreFault[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const references = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((said) => said !== 'ok'),
    ...references.rows.map(({ table, parent }) => `${table} → ${parent}`),
  ].map((subject) => ({ kind: 'row-broken', subject }));
}

import type { Selectable, Transaction } from 'kysely';
import type { Correction } from '../../model/correction.ts';
import type { Act } from '../audit/act.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { gzipJson } from '../results/gzip-json.ts';
import { addRevision } from './add-revision.ts';
import type { CorrectionChange, CorrectionOutcome, Corrections, StoredCorrection } from './corrections.ts';

export function openCorrections({ db }: Database, clock: Clock, engine: string): Corrections {
  return {
    of: (sha256) => standing(db, sha256),
    change: async (change, who) => {
      const published = await gzipJson(change.rescored);
      return db
        .transaction()
        .execute((trx) => applyChange(trx, change, published, { who, engine, now: clock() }));
    },
  };
}

async function standing(db: Queries, sha256: string): Promise<readonly StoredCorrection[]> {
  const rows = await db
    .selectFrom('corrections')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('id')
    .execute();
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws));
  return rows
    .filter(({ id, withdraws }) => withdraws === null && !withdrawn.has(id))
    .map((row) => ({ id: row.id, correction: correctionOf(row) }));
}

function correctionOf(row: Selectable<Tables['corrections']>): Correction {
  return {
    assessment: row.assessment,
    subject: row.subject,
    // Only corrections that were checked are written.
    field: row.field as Correction['field'],
    read: row.read,
    value: row.value,
    who: row.who,
    why: row.why,
    at: new Date(row.at).toISOString(),
  };
}

async function applyChange(
  trx: Transaction<Tables>,
  change: CorrectionChange,
  published: Uint8Array,
  act: Act,
): Promise<CorrectionOutcome> {
  const { sha256, add = [], withdraw = [] } = change;
  const resultId = await addRevision(trx, { ...change, published, now: act.now });
  if (resultId === undefined) return { kind: 'stale' };
  const before = await standing(trx, sha256);
  const withdrawn = before.filter(({ id }) => withdraw.includes(id));
  for (const { id, correction } of withdrawn) {
    await insertRow(trx, sha256, { ...correction, who: act.who }, act.now, id);
  }
  for (const correction of add) {
    await insertRow(trx, sha256, { ...correction, who: act.who }, act.now, null);
  }
  await writeAudit(trx, {
    ...act,
    action: 'correction/change',
    subject: sha256,
    before: withdrawn.map(({ correction }) => correction),
    after: add,
  });
  return { kind: 'corrected', resultId };
}

async function insertRow(
  trx: Transaction<Tables>,
  sha256: string,
  correction: Omit<Correction, 'at'>,
  now: number,
  withdraws: number | null,
): Promise<void> {
  const { assessment, subject, field, read, value, who, why } = correction;
  const row = { sha256, assessment, subject, field, read, value, who, why, at: now, withdraws };
  await trx.insertInto('corrections').values(row).execute();
}

import type { Kysely } from 'kysely';
import type { Act } from '../audit/act.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Tables } from '../database/tables.ts';
import { queueStage } from './queue-stage.ts';
import { priorities } from './stages.ts';

/** Documents that one transaction queues. */
const batch = 500;

/** Queues `check` by this engine where it was never queued; see `Ledger.renew`. */
export async function renewChecks(
  db: Kysely<Tables>,
  act: Act,
  sha256s: readonly string[] | undefined,
): Promise<number> {
  let queued = 0;
  for (let after = ''; ; ) {
    const page = await unqueuedAfter(db, act.engine, after, sha256s);
    if (page.length > 0) {
      await db.transaction().execute(async (trx) => {
        for (const sha256 of page)
          await queueStage(trx, {
            sha256,
            stage: 'check',
            engine: act.engine,
            priority: priorities.renewal,
            now: act.now,
          });
      });
    }
    queued += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < batch) break;
    after = last;
  }
  await writeAudit(db, { ...act, action: 'ledger/renew', subject: '', after: { queued } });
  return queued;
}

/** A check that still waits will be done by this engine anyway. */
async function unqueuedAfter(
  db: Kysely<Tables>,
  engine: string,
  after: string,
  sha256s: readonly string[] | undefined,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('documents')
    .select('sha256')
    .where('sha256', '>', after)
    .$if(sha256s !== undefined, (query) => query.where('sha256', 'in', sha256s ?? []))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ledger')
            .select('ledger.id')
            .whereRef('ledger.sha256', '=', 'documents.sha256')
            .where('ledger.stage', '=', 'check')
            .where(({ or, eb }) =>
              or([eb('ledger.engine', '=', engine), eb('ledger.state', '=', 'waiting')]),
            ),
        ),
      ),
    )
    .orderBy('sha256')
    .limit(batch)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

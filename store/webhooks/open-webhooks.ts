import type { Transaction } from 'kysely';
import type { Localized } from '../../model/localized.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { endDelivery, failDelivery, takeDelivery } from './deliveries.ts';
import { forgetAnnouncements } from './forget.ts';
import { spreadAnnouncements } from './spread.ts';
import type { Delivery, DeliveryRecord, DeliveryState, Webhooks } from './webhooks.ts';

const logPage = 100;

export function openWebhooks({ db }: Database, clock: Clock, engine: string): Webhooks {
  return {
    spread: (hooks) => db.transaction().execute((trx) => spreadAnnouncements(trx, hooks, clock())),
    take: (limit, leaseFor) => takeDue(db, limit, { now: clock(), leaseFor }),
    delivered: (delivery, status) => endDelivery(db, delivery, { status, now: clock() }),
    failed: (delivery, failure) => failDelivery(db, delivery, { failure, now: clock() }),
    forget: () => db.transaction().execute((trx) => forgetAnnouncements(trx, clock())),
    log: ({ limit = logPage, before } = {}) => readLog(db, limit, before),
    retry: (id, who) =>
      db.transaction().execute((trx) => retryDelivery(trx, id, { who, engine, now: clock() })),
  };
}

async function takeDue(
  db: Queries,
  limit: number,
  lease: { readonly now: number; readonly leaseFor: number },
): Promise<readonly Delivery[]> {
  const due = await db
    .selectFrom('deliveries')
    .select(['id', 'fence'])
    .where('state', '=', 'waiting')
    .where('due_at', '<=', lease.now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  const taken: Delivery[] = [];
  for (const row of due) {
    const delivery = await takeDelivery(db, row, lease);
    if (delivery) taken.push(delivery);
  }
  return taken;
}

async function readLog(
  db: Queries,
  limit: number,
  before: number | undefined,
): Promise<readonly DeliveryRecord[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('announcements', 'announcements.id', 'deliveries.announcement')
    .selectAll('deliveries')
    .select('announcements.sha256')
    .$if(before !== undefined, (query) => query.where('deliveries.id', '<', before ?? 0))
    .orderBy('deliveries.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    announcement: row.announcement,
    sha256: row.sha256,
    hook: row.hook,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    createdAt: row.created_at,
    dueAt: row.due_at,
    endedAt: row.ended_at ?? undefined,
    status: row.status ?? undefined,
    errorCode: row.error_code ?? undefined,
    errorMessage: row.error_message === null ? undefined : (JSON.parse(row.error_message) as Localized),
  }));
}

async function retryDelivery(
  trx: Transaction<Tables>,
  id: number,
  { who, engine, now }: { readonly who: string; readonly engine: string; readonly now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('deliveries')
    .set({ state: 'waiting', due_at: now, attempts: 0, ended_at: null })
    .where('id', '=', id)
    .where('state', '=', 'given-up')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await writeAudit(trx, { who, now, engine, action: 'webhook/retry', subject: String(id) });
  return true;
}

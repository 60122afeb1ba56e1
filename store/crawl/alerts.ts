import type { Transaction } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { AlertRecord } from './crawl-records.ts';

export async function raiseAlert(
  trx: Transaction<Tables>,
  site: string,
  kind: string,
  detail: unknown,
  now: number,
): Promise<void> {
  const standing = await trx
    .updateTable('crawl_alerts')
    .set({ detail: JSON.stringify(detail) })
    .where('site', '=', site)
    .where('kind', '=', kind)
    .where('settled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (standing) return;
  await trx
    .insertInto('crawl_alerts')
    .values({ site, kind, raised_at: now, settled_at: null, detail: JSON.stringify(detail) })
    .execute();
}

export async function settleAlert(db: Queries, site: string, kind: string, now: number): Promise<void> {
  await db
    .updateTable('crawl_alerts')
    .set({ settled_at: now })
    .where('site', '=', site)
    .where('kind', '=', kind)
    .where('settled_at', 'is', null)
    .execute();
}

export async function standingAlerts(db: Queries, site: string | undefined): Promise<readonly AlertRecord[]> {
  let query = db.selectFrom('crawl_alerts').selectAll().where('settled_at', 'is', null);
  if (site !== undefined) query = query.where('site', '=', site);
  const rows = await query.orderBy('id').execute();
  return rows.map((row) => ({
    site: row.site,
    kind: row.kind,
    raisedAt: row.raised_at,
    detail: JSON.parse(row.detail),
  }));
}

import type { Queries } from '../database/database.ts';
import type { SiteLease } from './crawl-records.ts';

/** One holder at a time; a lease that has run out goes to whoever asks next. */
export async function takeSite(
  db: Queries,
  site: string,
  holder: string,
  now: number,
  until: number,
): Promise<SiteLease | undefined> {
  const row = await db
    .insertInto('site_leases')
    .values({ site, holder, fence: 1, until })
    .onConflict((conflict) =>
      conflict
        .column('site')
        .doUpdateSet(({ ref, eb }) => ({ holder, until, fence: eb(ref('site_leases.fence'), '+', 1) }))
        .where('site_leases.until', '<=', now),
    )
    .returning('fence')
    .executeTakeFirst();
  return row && { site, fence: row.fence, until };
}

export async function prolongSite(db: Queries, { site, fence }: SiteLease, until: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('site_leases')
    .set({ until })
    .where('site', '=', site)
    .where('fence', '=', fence)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function releaseSite(db: Queries, { site, fence }: SiteLease): Promise<void> {
  await db
    .updateTable('site_leases')
    .set({ until: 0 })
    .where('site', '=', site)
    .where('fence', '=', fence)
    .execute();
}

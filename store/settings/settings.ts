import { writeAudit } from '../audit/write-audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';

/** Small things that must outlast a restart (paused queues, when a schedule last ran): JSON under a key. */
export type Settings = {
  readonly get: (key: string) => Promise<unknown>;
  /** All whose key begins with the text. */
  readonly under: (prefix: string) => Promise<ReadonlyMap<string, unknown>>;
  /** What a person sets is written into the audit log; what the program sets (`who` undefined) is not. */
  readonly set: (key: string, value: unknown, who?: string) => Promise<void>;
};

export function openSettings({ db }: Database, clock: Clock, engine: string): Settings {
  return {
    get: async (key) => {
      const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
      return row && JSON.parse(row.value);
    },
    under: async (prefix) => {
      const rows = await db
        .selectFrom('settings')
        .select(['key', 'value'])
        .where('key', '>=', prefix)
        .where('key', '<', `${prefix}\u{10ffff}`)
        .orderBy('key')
        .execute();
      return new Map(rows.map(({ key, value }) => [key, JSON.parse(value)]));
    },
    set: (key, value, who) =>
      db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('settings')
          .select('value')
          .where('key', '=', key)
          .executeTakeFirst();
        const columns = { value: JSON.stringify(value), updated_at: clock(), updated_by: who ?? '' };
        await trx
          .insertInto('settings')
          .values({ key, ...columns })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
          .execute();
        if (who === undefined) return;
        await writeAudit(trx, {
          who,
          engine,
          now: clock(),
          action: 'settings/set',
          subject: key,
          before: before && JSON.parse(before.value),
          after: value,
        });
      }),
  };
}

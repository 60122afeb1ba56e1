import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';

/** A process that works on queues, on whichever machine. */
export type Worker = {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly engine: string;
  readonly queues: readonly string[];
  readonly startedAt: number;
  readonly seenAt: number;
  /** Hashes of the documents in hand. */
  readonly doing: readonly string[];
};

export type Workers = {
  /** Says that a worker is alive, and what it is doing. */
  readonly beat: (worker: Omit<Worker, 'engine' | 'seenAt'>) => Promise<void>;
  /** Workers that were seen in the last `within` milliseconds; those that were not for a day are forgotten. */
  readonly list: (within: number) => Promise<readonly Worker[]>;
  readonly leave: (id: string) => Promise<void>;
};

const forgottenAfter = 24 * 3_600_000;

export function openWorkers({ db }: Database, clock: Clock, engine: string): Workers {
  return {
    beat: async ({ id, host, pid, queues, startedAt, doing }) => {
      const seen = {
        host,
        pid,
        engine,
        queues: JSON.stringify(queues),
        started_at: startedAt,
        seen_at: clock(),
        doing: JSON.stringify(doing),
      };
      await db
        .insertInto('workers')
        .values({ id, ...seen })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(seen))
        .execute();
    },
    list: async (within) => {
      const now = clock();
      await db
        .deleteFrom('workers')
        .where('seen_at', '<', now - forgottenAfter)
        .execute();
      const rows = await db
        .selectFrom('workers')
        .selectAll()
        .where('seen_at', '>', now - within)
        .orderBy('started_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        host: row.host,
        pid: row.pid,
        engine: row.engine,
        queues: JSON.parse(row.queues),
        startedAt: row.started_at,
        seenAt: row.seen_at,
        doing: JSON.parse(row.doing),
      }));
    },
    leave: async (id) => {
      await db.deleteFrom('workers').where('id', '=', id).execute();
    },
  };
}

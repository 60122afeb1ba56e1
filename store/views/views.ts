import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';

/** A list that somebody keeps under a name. `query` is whatever the caller wants back: JSON. */
export type SavedView = {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly query: unknown;
  /** `shared`: everybody sees it, its owner changes it. */
  readonly visibility: 'own' | 'shared';
};

export type Views = {
  /** A person's own views and everybody's shared ones, by name. */
  readonly list: (who: string) => Promise<readonly SavedView[]>;
  /** Saves a view under its name, in place of the owner's earlier one of that name; gives its number. */
  readonly save: (view: Omit<SavedView, 'id'>) => Promise<number>;
  /** False when there is no such view of this owner. */
  readonly remove: (id: number, owner: string) => Promise<boolean>;
};

export function openViews({ db }: Database, clock: Clock): Views {
  return {
    list: async (who) => {
      const rows = await db
        .selectFrom('views')
        .selectAll()
        .where(({ or, eb }) => or([eb('owner', '=', who), eb('visibility', '=', 'shared')]))
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(({ id, owner, name, query, visibility }) => ({
        id,
        owner,
        name,
        query: JSON.parse(query),
        visibility: visibility === 'shared' ? 'shared' : 'own',
      }));
    },
    save: async ({ owner, name, query, visibility }) => {
      const columns = { query: JSON.stringify(query), visibility, updated_at: clock() };
      const { id } = await db
        .insertInto('views')
        .values({ owner, name, ...columns })
        .onConflict((conflict) => conflict.columns(['owner', 'name']).doUpdateSet(columns))
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    remove: async (id, owner) => {
      const { numDeletedRows } = await db
        .deleteFrom('views')
        .where('id', '=', id)
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

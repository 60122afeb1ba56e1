import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Marks a published address as gone, and the documents that no address has any more; see `Documents.withdraw`. */
export async function withdrawUrl(
  trx: Transaction<Tables>,
  url: string,
  now: number,
): Promise<readonly string[]> {
  const gone = await trx
    .updateTable('origins')
    .set({ withdrawn_at: now })
    .where('kind', '=', 'url')
    .where('locator', '=', url)
    .where('withdrawn_at', 'is', null)
    .returning('sha256')
    .execute();
  const withdrawn: string[] = [];
  for (const { sha256 } of gone) {
    const elsewhere = await trx
      .selectFrom('origins')
      .select('id')
      .where('sha256', '=', sha256)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (elsewhere) continue;
    await trx.updateTable('documents').set({ withdrawn_at: now }).where('sha256', '=', sha256).execute();
    withdrawn.push(sha256);
  }
  return withdrawn;
}

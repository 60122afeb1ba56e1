import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { FoundIn } from '../findings/finding-rows.ts';
import type { PublishedResult } from '../results/published-result.ts';
import { searchText } from './search-text.ts';

/** Writes what a result says of its document into the document's row. */
export async function describeDocument(
  trx: Transaction<Tables>,
  { sha256, resultId, result }: PublishedResult,
): Promise<FoundIn> {
  const row = await trx
    .selectFrom('documents')
    .select(['search', 'district', 'source'])
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  const [first] = result.assessments;
  const names = result.assessments.flatMap(({ unit, title, project }) => [unit, title, project]);
  await trx
    .updateTable('documents')
    .set({
      status: result.status,
      error_code: result.error?.code ?? null,
      media_type: result.mediaType,
      unit: first?.unit ?? null,
      title: first?.title ?? null,
      year: first?.year ?? null,
      form: first?.form ?? null,
      current_result: resultId,
      search: searchText([row.search, ...names]),
    })
    .where('sha256', '=', sha256)
    .execute();
  return { sha256, district: row.district, source: row.source };
}

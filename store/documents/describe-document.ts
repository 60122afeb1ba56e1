import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { FoundIn } from '../findings/finding-rows.ts';
import type { PublishedResult } from '../results/published-result.ts';
import { searchText } from './search-text.ts';

/** A document as it is before a result is made its current one. */
export type DescribedDocument = FoundIn & {
  readonly name: string;
  readonly search: string;
  /** Id of the result that describes it now; null before the first. */
  readonly currentResult: number | null;
};

/** Reads a document's row and keeps others from changing it until the transaction ends. */
export async function holdDocument(trx: Transaction<Tables>, sha256: string): Promise<DescribedDocument> {
  const row = await trx
    .updateTable('documents')
    .set({ current_result: sql`current_result` })
    .where('sha256', '=', sha256)
    .returning(['name', 'search', 'district', 'source', 'current_result'])
    .executeTakeFirstOrThrow();
  const { current_result: currentResult, ...rest } = row;
  return { sha256, ...rest, currentResult };
}

/** Writes what a result says of its document into the document's row. */
export async function describeDocument(
  trx: Transaction<Tables>,
  { sha256, search }: DescribedDocument,
  { resultId, result }: PublishedResult,
): Promise<void> {
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
      search: searchText([search, ...names]),
    })
    .where('sha256', '=', sha256)
    .execute();
}

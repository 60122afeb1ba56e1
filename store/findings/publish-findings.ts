import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { describeDocument, holdDocument } from '../documents/describe-document.ts';
import { insertAssessments } from '../documents/insert-assessments.ts';
import type { PublishedResult } from '../results/published-result.ts';
import { withReviewStates } from '../reviews/review-states.ts';
import { announceDisagreements, disagreementsOf } from '../webhooks/announce.ts';
import { findingRows } from './finding-rows.ts';

/** Rows that one statement inserts: SQLite takes 32,766 parameters. */
const insertBatch = 500;

/**
 * Makes a result the document's current one, unless a later stage or revision is: the document's description, its assessments
 * and its rows in the work list follow it, each finding in the state that its review gives it; new disagreements are announced.
 */
export async function publishFindings(trx: Transaction<Tables>, published: PublishedResult): Promise<void> {
  const { sha256, resultId, result, now } = published;
  const document = await holdDocument(trx, sha256);
  const isFirst = document.currentResult === null;
  if (!isFirst && !(await isNewest(trx, sha256, resultId))) return;
  await describeDocument(trx, document, published);
  const before = isFirst ? new Set<string>() : await disagreementsOf(trx, sha256);
  if (!isFirst) await clearResult(trx, sha256);
  await insertAssessments(trx, sha256, resultId, result);
  const found = findingRows(document, result, now);
  const rows = found.length === 0 ? found : await withReviewStates(trx, sha256, found);
  for (let start = 0; start < rows.length; start += insertBatch) {
    await trx
      .insertInto('findings')
      .values(rows.slice(start, start + insertBatch))
      .execute();
  }
  await announceDisagreements(trx, document, { published, before, rows });
}

/** Takes away what the result before this one spread out. */
async function clearResult(trx: Transaction<Tables>, sha256: string): Promise<void> {
  await trx.deleteFrom('findings').where('sha256', '=', sha256).execute();
  await trx.deleteFrom('assessments').where('sha256', '=', sha256).execute();
}

/** Ledger rows are numbered in the order in which work was asked for: a later stage, engine or revision wins. */
async function isNewest(trx: Transaction<Tables>, sha256: string, resultId: number): Promise<boolean> {
  const newest = await trx
    .selectFrom('results')
    .select('id')
    .where('sha256', '=', sha256)
    .orderBy('ledger_id', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.id === resultId;
}

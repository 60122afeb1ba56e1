import { sql } from 'kysely';
import type { CheckResult } from '../../model/result.ts';
import type { Database } from '../../store/database/database.ts';
import { insertAssessments } from '../../store/documents/insert-assessments.ts';
import { findingRows } from '../../store/findings/finding-rows.ts';
import { gzipJson } from '../../store/results/gzip-json.ts';
import { insertResult } from '../../store/results/insert-result.ts';
import { filler, resultNumber } from './made-findings.ts';

const documents = 5000;

const day = 24 * 3_600_000;

/** Writes 5,000 documents of 20 findings each into an empty store, checked in the last sixty days. */
export async function fillStore({ db }: Database): Promise<void> {
  const published = await gzipJson({});
  await db.transaction().execute(async (trx) => {
    for (let index = 0; index < documents; index += 1) {
      const { document, result } = filler(index);
      const { sha256 } = document;
      const ended = Date.now() - resultNumber(index, 60) * day;
      await trx.insertInto('documents').values(document).execute();
      const { id: ledgerId } = await trx
        .insertInto('ledger')
        .values(doneStage(sha256, ended))
        .returning('id')
        .executeTakeFirstOrThrow();
      const written = { ledgerId, sha256, engine: 'bench', stage: 'check', revision: 0 } as const;
      const id = await insertResult(trx, { ...written, result, published, record: undefined, now: ended });
      await trx.updateTable('documents').set({ current_result: id }).where('sha256', '=', sha256).execute();
      await insertAssessments(trx, sha256, id, result);
      await trx
        .insertInto('findings')
        .values(rowsOf(document, result, index))
        .execute();
    }
  });
  await sql`analyze`.execute(db);
}

function doneStage(sha256: string, ended: number) {
  const counts = { priority: 1, fence: 1, open_starts: 0, attempts: 1, transient_failures: 0 };
  const times = { queued_at: ended, due_at: ended, ended_at: ended };
  return { sha256, stage: 'check', engine: 'bench', state: 'done', ...counts, ...times, poison_failures: 0 };
}

function rowsOf(document: ReturnType<typeof filler>['document'], result: CheckResult, index: number) {
  return findingRows(document, result, index).map((row, number) => ({
    ...row,
    state: resultNumber(index + number, 5) === 0 ? 'confirmed' : 'open',
    assignee: resultNumber(index + number, 3) === 0 ? 'li' : '',
  }));
}

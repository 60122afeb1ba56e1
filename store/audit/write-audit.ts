import type { Queries } from '../database/database.ts';

/** One act of a person. `subject` is a document's hash, a finding's fingerprint or a name; before and after are JSON. */
export type NewAuditEntry = {
  readonly now: number;
  readonly who: string;
  /** `part/what`, for example `review/decide`. */
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly engine: string;
};

/** Belongs into the transaction of the act itself: no act without its entry, no entry without its act. */
export async function writeAudit(db: Queries, entry: NewAuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      at: entry.now,
      who: entry.who,
      action: entry.action,
      subject: entry.subject,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
      engine: entry.engine,
    })
    .execute();
}

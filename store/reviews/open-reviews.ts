import type { DismissReason, VerdictOnFinding } from '../../model/review.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Queries } from '../database/database.ts';
import { assignFinding, decideFinding, signFinding } from './decide.ts';
import { listDecisions } from './list-decisions.ts';
import type { Reviewing } from './review-row.ts';
import type { Comment, ReviewAct, Reviews } from './reviews.ts';
import { undoLast } from './undo.ts';

export function openReviews({ db, words }: Database, clock: Clock, engine: string): Reviews {
  const act = (who: string) => ({ who, engine, now: clock() });
  const forEach = <Answer>(
    fingerprints: readonly string[],
    change: (reviewing: Reviewing, fingerprint: string) => Promise<Answer | undefined>,
  ): Promise<readonly Answer[]> =>
    db.transaction().execute(async (trx) => {
      const answers: Answer[] = [];
      // In one order for everybody, so that two people never wait for each other.
      for (const fingerprint of [...new Set(fingerprints)].sort()) {
        const answer = await change({ trx, words }, fingerprint);
        if (answer !== undefined) answers.push(answer);
      }
      return answers;
    });
  return {
    decide: (fingerprints, ruling, who) =>
      forEach(fingerprints, (reviewing, each) => decideFinding(reviewing, each, ruling, act(who))),
    sign: (fingerprints, who) =>
      forEach(fingerprints, (reviewing, each) => signFinding(reviewing, each, act(who))),
    assign: (fingerprints, assignee, who) =>
      forEach(fingerprints, (reviewing, each) => assignFinding(reviewing, each, assignee ?? '', act(who))),
    undo: async (fingerprint, who) =>
      (await forEach([fingerprint], (reviewing, each) => undoLast(reviewing, each, act(who))))[0],
    comment: ({ sha256, fingerprint }, body, who) =>
      db.transaction().execute(async (trx) => {
        const comment = { sha256, fingerprint: fingerprint ?? null, at: clock(), who, body };
        await trx.insertInto('comments').values(comment).execute();
        const subject = fingerprint ?? sha256;
        await writeAudit(trx, { ...act(who), action: 'review/comment', subject, after: { body } });
      }),
    comments: (sha256) => commentsOn(db, sha256),
    history: (fingerprint) => actsOn(db, fingerprint),
    decisions: (sha256) => listDecisions(db, sha256),
  };
}

async function commentsOn(db: Queries, sha256: string): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('id')
    .execute();
  return rows.map(({ id, fingerprint, at, who, body }) => ({
    id,
    fingerprint: fingerprint ?? undefined,
    at,
    who,
    body,
  }));
}

/** The words in the columns are those of `recordAct`. */
async function actsOn(db: Queries, fingerprint: string): Promise<readonly ReviewAct[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act as ReviewAct['act'],
    at: row.at,
    who: row.who,
    verdict: (row.verdict ?? undefined) as VerdictOnFinding | undefined,
    reason: (row.reason ?? undefined) as DismissReason | undefined,
    note: row.note ?? undefined,
    assignee: row.assignee ?? undefined,
    engine: row.engine,
    undoes: row.undoes ?? undefined,
  }));
}

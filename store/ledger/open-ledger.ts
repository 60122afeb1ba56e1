import type { Blobs } from '../blobs/blobs.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { gzipJson } from '../results/gzip-json.ts';
import { deadLetters, dropDead, retryDead } from './dead-letters.ts';
import { dueStages } from './due.ts';
import { failStage } from './fail.ts';
import { finishStage } from './finish.ts';
import { extendLease, giveBack, takeBackExpired } from './leases.ts';
import type { Finish, Lease, Ledger, Reconciliation, StageOutcome } from './ledger.ts';
import { renewChecks } from './renew.ts';
import { startStage, takeWaiting } from './start.ts';
import { countStages, endedSince, failureCodes, stageHistory, stageOf } from './statistics.ts';

/** Milliseconds that a lease lasts without a heartbeat. */
const defaultLease = 60_000;

const duePage = 1000;
const deadPage = 100;

/** What the ledger stands on. */
export type LedgerParts = {
  readonly database: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly engine: string;
};

export function openLedger(parts: LedgerParts): Ledger {
  const { clock, engine } = parts;
  const { db } = parts.database;
  const act = (who: string) => ({ who, engine, now: clock() });
  return {
    due: (stage, { limit = duePage, after } = {}) => dueStages(db, { stage, limit, after, now: clock() }),
    start: async (id, worker, leaseFor = defaultLease) => {
      const start = { worker, engine, leaseFor, now: clock() };
      return (
        (await takeWaiting(db, id, start)) ?? db.transaction().execute((trx) => startStage(trx, id, start))
      );
    },
    heartbeat: (lease, leaseFor = defaultLease) => extendLease(db, lease, clock() + leaseFor),
    finish: (lease, outcome) => finish(parts, lease, outcome),
    fail: (lease, failure) => db.transaction().execute((trx) => failStage(trx, lease, failure, clock())),
    release: (lease) => giveBack(db, lease, clock()),
    reconcile: () => reconcile(parts),
    get: (id) => stageOf(db, id),
    history: (sha256) => stageHistory(db, sha256),
    counts: () => countStages(db),
    endedSince: (since) => endedSince(db, since),
    failures: () => failureCodes(db),
    deadLetters: ({ limit = deadPage, before } = {}) => deadLetters(db, limit, before),
    retry: (id, who) => db.transaction().execute((trx) => retryDead(trx, id, act(who))),
    drop: (id, who, reason) => db.transaction().execute((trx) => dropDead(trx, id, reason, act(who))),
    renew: (who, sha256s) => renewChecks(db, act(who), sha256s),
  };
}

/** The reading is a blob, so it is there before the row that names it: what a crash leaves is the same blob for the next try. */
async function finish(
  { database, blobs, clock }: LedgerParts,
  lease: Lease,
  outcome: StageOutcome,
): Promise<Finish> {
  const published = await gzipJson(outcome.result);
  const publishedCorrected = outcome.corrected && (await gzipJson(outcome.corrected));
  const record = outcome.record === undefined ? undefined : await putRecord(blobs, outcome.record);
  return database.db
    .transaction()
    .execute((trx) =>
      finishStage(trx, lease, outcome, { published, publishedCorrected, record, now: clock() }),
    );
}

async function putRecord(blobs: Blobs, record: unknown): Promise<string> {
  const stored = await blobs.put(await gzipJson(record));
  if (!stored.ok) throw new Error(stored.refusal.message.en);
  return stored.value.sha256;
}

async function reconcile({ database, clock }: LedgerParts): Promise<Reconciliation> {
  let released = 0;
  let quarantined = 0;
  for (let more = true; more; ) {
    const pass = await database.db.transaction().execute((trx) => takeBackExpired(trx, clock()));
    released += pass.released;
    quarantined += pass.quarantined;
    more = pass.more;
  }
  return { released, quarantined };
}

import type { Decision, DismissReason, ReviewState, VerdictOnFinding } from '../../model/review.ts';
import type { Queries } from '../database/database.ts';

/** See `Reviews.decisions`. */
export async function listDecisions(db: Queries, sha256: string): Promise<readonly Decision[]> {
  const rows = await decided(db, sha256).execute();
  const signatures = await signaturesOf(db, sha256);
  return rows.map((row) => {
    const signature = row.state === 'proposed' ? undefined : signatures.get(row.fingerprint);
    // A signature is under the decision that came before it, not under a later one.
    const signed = signature && signature.id > row.id ? signature : undefined;
    return {
      fingerprint: row.fingerprint,
      assessment: `${sha256}#${row.assessment}`,
      index: row.position,
      state: row.state as ReviewState,
      verdict: row.verdict as VerdictOnFinding,
      reason: row.reason as DismissReason | null,
      note: row.note,
      by: row.who,
      at: new Date(row.at).toISOString(),
      engine: row.engine,
      signedBy: signed?.who ?? null,
      signedAt: signed ? new Date(signed.at).toISOString() : null,
    };
  });
}

function decided(db: Queries, sha256: string) {
  return db
    .selectFrom('findings')
    .innerJoin('reviews', 'reviews.fingerprint', 'findings.fingerprint')
    .innerJoin('decisions', 'decisions.id', 'reviews.decision')
    .select(['findings.fingerprint', 'findings.assessment', 'findings.position', 'findings.state'])
    .select(['decisions.id', 'decisions.verdict', 'decisions.reason', 'decisions.note'])
    .select(['decisions.who', 'decisions.at', 'decisions.engine'])
    .where('findings.sha256', '=', sha256)
    .orderBy('findings.assessment')
    .orderBy('findings.position');
}

type Signature = { readonly id: number; readonly who: string; readonly at: number };

/** The last signature on each finding of a document. */
async function signaturesOf(db: Queries, sha256: string): Promise<ReadonlyMap<string, Signature>> {
  const rows = await db
    .selectFrom('decisions')
    .select(['id', 'fingerprint', 'who', 'at'])
    .where('sha256', '=', sha256)
    .where('act', '=', 'sign')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.fingerprint, row]));
}

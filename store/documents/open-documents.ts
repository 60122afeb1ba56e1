import { type SqlBool, sql } from 'kysely';
import type { Origin } from '../../model/origin.ts';
import type { Clock } from '../clock.ts';
import type { Database, Queries } from '../database/database.ts';
import { acceptArrival } from './accept.ts';
import { summarise } from './assessment-summaries.ts';
import { storedDocument } from './document-row.ts';
import type { Documents, StoredDocument, StoredOrigin } from './documents.ts';
import { countDocumentFacets, countDocuments, listDocuments } from './list-documents.ts';
import { containing } from './search-text.ts';
import { versionsOf } from './versions.ts';
import { withdrawUrl } from './withdraw.ts';

const foundAtMost = 50;

export function openDocuments({ db }: Database, clock: Clock, engine: string): Documents {
  return {
    accept: (arrival) =>
      db.transaction().execute((trx) => acceptArrival(trx, arrival, { engine, now: clock() })),
    get: async (sha256) => {
      const row = await db
        .selectFrom('documents')
        .selectAll()
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row && storedDocument(row);
    },
    origins: (sha256) => originsOf(db, sha256),
    tags: (sha256) => tagsOf(db, sha256),
    find: (text, limit = foundAtMost) => findDocuments(db, text, limit),
    page: (after, limit) => pageOfDocuments(db, after, limit),
    versions: (sha256) => versionsOf(db, sha256),
    list: (query = {}) => listDocuments(db, query),
    count: (filter = {}) => countDocuments(db, filter),
    facets: (filter = {}) => countDocumentFacets(db, filter),
    assessments: (filter = {}) => summarise(db, filter),
    withdraw: (url) => db.transaction().execute((trx) => withdrawUrl(trx, url, clock())),
  };
}

async function originsOf(db: Queries, sha256: string): Promise<readonly StoredOrigin[]> {
  const rows = await db
    .selectFrom('origins')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    origin: JSON.parse(row.detail) as Origin,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    withdrawnAt: row.withdrawn_at ?? undefined,
  }));
}

async function tagsOf(db: Queries, sha256: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('tags')
    .select('tag')
    .where('sha256', '=', sha256)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

async function findDocuments(db: Queries, text: string, limit: number): Promise<readonly StoredDocument[]> {
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .where(sql<SqlBool>`search like ${containing(text.trim())} escape '\\'`)
    .orderBy('added_at', 'desc')
    .orderBy('sha256')
    .limit(limit)
    .execute();
  return rows.map(storedDocument);
}

async function pageOfDocuments(
  db: Queries,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredDocument[]> {
  const start = db
    .selectFrom('documents')
    .select(['added_at', 'sha256'])
    .where('sha256', '=', after ?? '');
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple }) =>
        eb(refTuple('added_at', 'sha256'), '>', start.$asTuple('added_at', 'sha256')),
      ),
    )
    .orderBy('added_at')
    .orderBy('sha256')
    .limit(limit)
    .execute();
  return rows.map(storedDocument);
}

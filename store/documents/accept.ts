import type { Transaction } from 'kysely';
import type { Origin } from '../../model/origin.ts';
import type { Tables } from '../database/tables.ts';
import { faultPoint } from '../fault-point.ts';
import { hastenStage, queueStage } from '../ledger/queue-stage.ts';
import { priorities } from '../ledger/stages.ts';
import { districtOf } from './district.ts';
import type { Acceptance, Arrival } from './documents.ts';
import { searchText } from './search-text.ts';

/** Whose engine will do the work, and what time it is. */
export type Moment = { readonly engine: string; readonly now: number };

/** The rows of an arrival: the document when it is new, its origin and tags, the `check` stage. */
export async function acceptArrival(
  trx: Transaction<Tables>,
  arrival: Arrival,
  moment: Moment,
): Promise<Acceptance> {
  const { sha256 } = arrival.blob;
  const isNew = await insertDocument(trx, arrival, moment.now);
  await linkOrigin(trx, sha256, arrival.origin, moment.now);
  await addTags(trx, sha256, arrival.tags ?? []);
  if (!isNew) {
    await bringBack(trx, sha256);
    await extendSearch(trx, sha256, arrival);
  }
  await faultPoint('document-inserted');
  const priority = arrival.priority ?? priorities.folder;
  const stageId =
    (isNew ? undefined : await hastenStage(trx, sha256, 'check', priority)) ??
    (await queueStage(trx, { sha256, stage: 'check', priority, ...moment }));
  return { kind: isNew ? 'new' : 'known', sha256, stageId };
}

async function insertDocument(trx: Transaction<Tables>, arrival: Arrival, now: number): Promise<boolean> {
  const { blob, origin, tags = [] } = arrival;
  const inserted = await trx
    .insertInto('documents')
    .values({
      sha256: blob.sha256,
      size: blob.size,
      name: origin.name,
      added_at: now,
      status: 'waiting',
      district: districtOf(origin, tags),
      source: origin.kind,
      search: searchText([blob.sha256, origin.name, locatorOf(origin), ...tags]),
      media_type: null,
      error_code: null,
      unit: null,
      title: null,
      year: null,
      form: null,
      current_result: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('sha256')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The same path or address again is the same origin, seen once more, and no longer withdrawn. */
async function linkOrigin(
  trx: Transaction<Tables>,
  sha256: string,
  origin: Origin,
  now: number,
): Promise<void> {
  await trx
    .insertInto('origins')
    .values({
      sha256,
      kind: origin.kind,
      name: origin.name,
      locator: locatorOf(origin) ?? null,
      site: (origin.kind === 'url' ? origin.site : undefined) ?? null,
      detail: JSON.stringify(origin),
      first_seen: now,
      last_seen: now,
      withdrawn_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['sha256', 'kind', 'locator'])
        .doUpdateSet({ last_seen: now, withdrawn_at: null, detail: JSON.stringify(origin) }),
    )
    .execute();
}

/** What is published again is no longer withdrawn. */
async function bringBack(trx: Transaction<Tables>, sha256: string): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ withdrawn_at: null })
    .where('sha256', '=', sha256)
    .where('withdrawn_at', 'is not', null)
    .execute();
}

async function addTags(trx: Transaction<Tables>, sha256: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await trx
    .insertInto('tags')
    .values([...new Set(tags)].map((tag) => ({ sha256, tag })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A document is found by every name that it came with. */
async function extendSearch(trx: Transaction<Tables>, sha256: string, arrival: Arrival): Promise<void> {
  const { origin, tags = [] } = arrival;
  const row = await trx
    .selectFrom('documents')
    .select(['search', 'district'])
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  const search = searchText([row.search, origin.name, locatorOf(origin), ...tags]);
  const district = row.district === '' ? districtOf(origin, tags) : row.district;
  if (search === row.search && district === row.district) return;
  await trx.updateTable('documents').set({ search, district }).where('sha256', '=', sha256).execute();
  await trx.updateTable('findings').set({ district }).where('sha256', '=', sha256).execute();
}

function locatorOf(origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'path':
      return origin.path;
    case 'url':
      return origin.url;
    case 'upload':
      return undefined;
  }
}

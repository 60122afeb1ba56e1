import type { Selectable } from 'kysely';
import type { OriginKind } from '../../model/origin.ts';
import type { Tables } from '../database/tables.ts';
import type { DocumentStatus, StoredDocument } from './documents.ts';

/** The words in the columns are those that the store itself writes. */
export function storedDocument(row: Selectable<Tables['documents']>): StoredDocument {
  return {
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type ?? undefined,
    name: row.name,
    addedAt: row.added_at,
    status: row.status as DocumentStatus,
    errorCode: row.error_code ?? undefined,
    district: row.district,
    source: row.source as OriginKind,
    unit: row.unit ?? undefined,
    title: row.title ?? undefined,
    year: row.year ?? undefined,
    form: row.form ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
  };
}

import type { CheckResult } from '../../model/result.ts';
import { engineVersion } from '../../pipeline/engine-version.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';

/** What stands in an export for a document without a result: that it has none. */
export function pendingResult({ sha256, name, mediaType, status, errorCode }: StoredDocument): CheckResult {
  const messageIn =
    status === 'failed'
      ? { zh: '未能复核，等待处理', en: 'the check failed and waits for a person' }
      : { zh: '尚未复核', en: 'not checked yet' };
  const code = errorCode ?? (status === 'failed' ? 'export/failed' : 'export/not-checked');
  return {
    schemaVersion: 1,
    engine: engineVersion,
    file: name,
    sha256,
    mediaType: mediaType ?? null,
    status: 'unreadable',
    error: { code, message: messageIn.zh, messageIn },
    assessments: [],
    notes: [],
  };
}

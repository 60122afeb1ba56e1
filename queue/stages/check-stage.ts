import type { Language } from '../../model/localized.ts';
import { accept, type Refusal, type Result } from '../../model/outcome-channels.ts';
import type { OcrPolicy } from '../../model/recognition.ts';
import type { CheckResult } from '../../model/result.ts';
import type { CheckedWithRecord } from '../../pipeline/check.ts';
import type { DocumentPool } from '../../pipeline/isolate/document-pool.ts';
import { describeFailure } from '../../pipeline/isolate/failure.ts';
import { defaultLimits } from '../../pipeline/isolate/limits.ts';
import { publishRefusal } from '../../pipeline/publish-result.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';
import type { Store } from '../../store/open-store.ts';
import { classify } from './classify.ts';
import type { StageEnd, StageFunction } from './stage-work.ts';

/** What the stage works with. */
export type CheckStageSettings = {
  readonly store: Store;
  readonly pool: DocumentPool;
  readonly language: Language;
  /** `never` leaves pages of pictures to the `ocr` stage, which this is otherwise. */
  readonly ocr: OcrPolicy;
};

/** Checks a document in a guarded child and keeps its reading beside the result. */
export function checkStage({ store, pool, language, ocr }: CheckStageSettings): StageFunction {
  return async (document) => {
    const { name: file, sha256 } = document;
    const checked = await pool.checkAndRecord({ file, language, rubrics: 'known', ocr }, () =>
      bytesOf(document, store),
    );
    if (checked.ok) return outcome(checked.value);
    const { refusal } = checked;
    const meaning = classify(refusal);
    if (meaning === 'result')
      return { kind: 'outcome', result: publishRefusal({ file, language, sha256 }, refusal) };
    return { kind: 'failure', failure: { class: meaning, ...pick(refusal) } };
  };
}

function outcome({ result, record }: CheckedWithRecord): StageEnd {
  return {
    kind: 'outcome',
    result,
    ...(record === undefined ? {} : { record }),
    ...(needsRecognition(result) ? { next: ['ocr'] } : {}),
  };
}

/** Did the check leave pages unread because their text is only a picture? */
function needsRecognition({ error, notes }: CheckResult): boolean {
  return error?.code === 'ocr/needed' || notes.some(({ code }) => code === 'ocr/needed');
}

const pick = ({ code, message }: Refusal): Refusal => ({ code, message });

async function bytesOf({ sha256, size }: StoredDocument, store: Store): Promise<Result<Uint8Array>> {
  // What no child would be given is not read into memory either.
  if (size > defaultLimits.requestInBytes)
    return { ok: false, refusal: describeFailure({ kind: 'request-size' }, defaultLimits) };
  const bytes = await store.blobs.bytes(sha256);
  if (bytes === undefined) throw new Error(`the bytes of ${sha256} are not in the data folder`);
  return accept(bytes);
}

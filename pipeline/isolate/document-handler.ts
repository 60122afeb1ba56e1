import { profiles } from '../../profiles/index.ts';
import { type CheckedWithRecord, checkAndRecord, checkDocument } from '../check.ts';
import { type DrawnTables, isHashedTask, type TablesRequest } from './document-messages.ts';
import { jsonParts } from './json-parts.ts';
import type { RequestHandler, StepsMade } from './serve-requests.ts';

/** Three quarters of an answer's limit; a reading beyond it is not kept, lest its result be lost with it. */
const largestRecordInBytes = 48 * 1024 ** 2;

/** What the child that reads documents does: a `DocumentTask` and bytes in, a `CheckResult`, a `CheckedWithRecord` or `DrawnTables` out. */
export const handleDocument: RequestHandler = async (task, bytes, onStep) => {
  if (!isHashedTask(task)) throw new TypeError('not a task for a document');
  if (task.kind === 'tables') return drawTables(task.request, bytes, onStep);
  const { file, language, rubrics, ocr = 'auto' } = task.request;
  const known = rubrics === 'generic' ? [] : profiles;
  const document = { file, language, bytes, sha256: task.sha256, profiles: known, ocr, onStep };
  return task.kind === 'check' ? checkDocument(document) : sendable(await checkAndRecord(document));
};

function sendable({ result, record }: CheckedWithRecord): CheckedWithRecord {
  if (record === undefined) return { result };
  const size = jsonParts(record).reduce((sum, part) => sum + part.length, 0);
  return size > largestRecordInBytes ? { result } : { result, record };
}

async function drawTables(
  { file, tables, drawings: wanted, ocr = 'auto' }: TablesRequest,
  bytes: Uint8Array,
  onStep: (pages?: StepsMade) => void,
): Promise<DrawnTables> {
  const { findTables } = await import('../find-tables.ts');
  const drawings: { readonly page: number; readonly svg: string }[] = [];
  const onDrawing = (page: number, svg: string) => drawings.push({ page, svg });
  const notes: string[] = [];
  const line = await findTables({
    file,
    bytes,
    tables,
    ocr,
    onStep,
    onNotes: (found) => notes.push(...found.map(({ code }) => code)),
    ...(wanted === 'wanted' ? { onDrawing } : {}),
  });
  return { line, drawings, notes };
}

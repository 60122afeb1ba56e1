import type { DrawnTables, TablesRequest } from './document-messages.ts';
import { serveRequests } from './serve-requests.ts';

/** The child that reads documents: a `DocumentTask` and bytes in, a `CheckResult` or `DrawnTables` out. */
await serveRequests(async () => {
  const [{ checkDocument }, { profiles }, { isDocumentTask }] = await Promise.all([
    import('../check.ts'),
    import('../../profiles/index.ts'),
    import('./document-messages.ts'),
  ]);
  return async (task, bytes, onStep) => {
    if (!isDocumentTask(task)) throw new TypeError('not a task for a document');
    if (task.kind === 'tables') return drawTables(task.request, bytes, onStep);
    const { file, language, rubrics } = task.request;
    return checkDocument({ file, language, bytes, profiles: rubrics === 'generic' ? [] : profiles, onStep });
  };
});

async function drawTables(
  { file, tables, drawings: wanted }: TablesRequest,
  bytes: Uint8Array,
  onStep: () => void,
): Promise<DrawnTables> {
  const { findTables } = await import('../find-tables.ts');
  const drawings: { readonly page: number; readonly svg: string }[] = [];
  const onDrawing = (page: number, svg: string) => drawings.push({ page, svg });
  const line = await findTables({
    file,
    bytes,
    tables,
    onStep,
    ...(wanted === 'wanted' ? { onDrawing } : {}),
  });
  return { line, drawings };
}

import { streamSSE } from 'hono/streaming';
import { acceptFile } from '../../queue/accept-file.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';
import { priorities } from '../../store/ledger/stages.ts';
import type { Store } from '../../store/open-store.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage, answerProblem } from '../http/answer.ts';
import type { Route, Visit } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { type UploadView, uploadBody, uploadRows } from '../views/upload.ts';

/** Uploads that are listed, and the newest documents among which they are looked for. */
const mostListed = 60;
const lookedThrough = 300;

/** Milliseconds between two looks at the record while something is under way, and while nothing is. */
const lookEvery = { busy: 600, idle: 2500 } as const;

/** Taking files in, and what becomes of them. */
export function uploadRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { store, onArrival } = dependencies;
  return [
    {
      method: 'GET',
      path: '/upload',
      access: 'auditor',
      handle: async (visit) => {
        const body = uploadBody(visit, await readUploads(store));
        return answerPage(visit.c, page(visit, { title: wordsOf(visit).upload.title, body, here: 'upload' }));
      },
    },
    {
      method: 'POST',
      path: '/upload',
      access: 'auditor',
      body: 'file',
      handle: async (visit) => {
        const { c, visitor } = visit;
        const name = (c.req.query('name') ?? '').slice(0, 500);
        const stream = c.req.raw.body;
        if (name === '' || stream === null) return answerProblem(c, wordsOf(visit).upload.emptyFile);
        const accepted = await acceptFile(store, {
          bytes: stream,
          origin: { kind: 'upload', name, ...(visitor ? { by: visitor.name } : {}) },
          tags: [],
          priority: priorities.person,
        });
        if (!accepted.ok) return answerProblem(c, wordsOf(visit).upload.tooLarge, 413);
        onArrival?.();
        return c.json({ kind: accepted.value.kind, sha256: accepted.value.sha256 });
      },
    },
    {
      method: 'GET',
      path: '/upload/events',
      access: 'auditor',
      handle: (visit) => tellUploads(visit, store),
    },
  ];
}

async function readUploads(store: Store): Promise<readonly UploadView[]> {
  const documents = await store.documents.find('', lookedThrough);
  const uploads = documents.filter(({ source }) => source === 'upload').slice(0, mostListed);
  return Promise.all(uploads.map((document) => readUpload(document, store)));
}

async function readUpload(document: StoredDocument, store: Store): Promise<UploadView> {
  const stages = await store.ledger.history(document.sha256);
  const findings =
    document.status === 'checked' ? await store.findings.count({ sha256: document.sha256 }) : undefined;
  const error =
    document.status === 'unreadable' ? (await store.results.current(document.sha256))?.error : undefined;
  return { document, stages, findings, reason: error?.messageIn };
}

/** The list as markup, anew whenever it changes, until the browser goes away. */
function tellUploads(visit: Visit, store: Store): Response {
  return streamSSE(visit.c, async (stream) => {
    let before = '';
    while (!stream.aborted) {
      const uploads = await readUploads(store);
      const { source } = uploadRows(visit, uploads);
      if (source !== before) await stream.writeSSE({ event: 'uploads', data: source.replace(/\s+/g, ' ') });
      else await stream.write(': still here\n\n');
      before = source;
      const busy = uploads.some(({ document }) => document.status === 'waiting');
      await stream.sleep(lookEvery[busy ? 'busy' : 'idle']);
    }
  });
}

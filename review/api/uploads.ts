import { z } from 'zod';
import type { Store } from '../../store/open-store.ts';
import { answerJson, type Operation, operation } from './operation.ts';
import { answerProblem } from './problem.ts';

/** Bytes of a file at most. */
const largestFile = 512 * 1024 ** 2;

const acceptedSchema = z.object({ sha256: z.string(), kind: z.enum(['new', 'known']) });

/** Takes a file in; `onArrival` is told, so that the work begins at once. */
export function uploadOperation(store: Store, onArrival: () => void): Operation {
  return operation({
    id: 'addDocument',
    method: 'POST',
    path: '/documents',
    access: 'auditor',
    summary: {
      zh: '上传一份文件，收下后才应答',
      en: 'take a file in; answered once it cannot get lost any more',
    },
    query: z.object({ name: z.string().min(1).max(400), tag: z.array(z.string().max(200)).optional() }),
    body: 'file',
    answers: {
      200: { description: 'these bytes were here already', schema: acceptedSchema },
      201: { description: 'taken in', schema: acceptedSchema },
    },
    answer: async ({ c, visitor, query: { name, tag = [] } }) => {
      const bytes = c.req.raw.body ?? new Uint8Array();
      const blob = await store.blobs.put(bytes, largestFile);
      if (!blob.ok) return answerProblem(c, 'api/too-large');
      const origin = { kind: 'upload', name, by: visitor.name } as const;
      const { sha256, kind } = await store.documents.accept({ blob: blob.value, origin, tags: tag });
      onArrival();
      return answerJson(c, { sha256, kind }, kind === 'new' ? 201 : 200);
    },
  });
}

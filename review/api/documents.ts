import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { originSchema } from '../../model/origin.ts';
import { checkResultSchema } from '../../model/result.ts';
import { decisionSchema } from '../../model/review.ts';
import type { Store } from '../../store/open-store.ts';
import { originalHeaders } from '../http/security-headers.ts';
import { answerJson, type Operation, operation } from './operation.ts';
import { documentOf, documentSchema, isoOf, limitSchema, pageSchema } from './shapes.ts';

const usualPage = 100;

/** Documents, and what is known of each. */
export function documentOperations(store: Store): readonly Operation[] {
  return [
    list(store),
    find(store),
    one(store),
    result(store),
    results(store),
    decisions(store),
    original(store),
  ];
}

function list(store: Store): Operation {
  return operation({
    id: 'listDocuments',
    method: 'GET',
    path: '/documents',
    access: 'viewer',
    summary: { zh: '全部文件，按收到的先后', en: 'all documents in the order in which they came' },
    query: z.object({ after: z.string().optional(), limit: limitSchema }),
    answers: { 200: { description: 'a page of documents', schema: pageSchema(documentSchema) } },
    answer: async ({ c, query: { after, limit = usualPage } }) => {
      const documents = await store.documents.page(after, limit);
      const next = documents.length === limit ? (documents.at(-1)?.sha256 ?? null) : null;
      return answerJson(c, { items: documents.map(documentOf), next });
    },
  });
}

function find(store: Store): Operation {
  return operation({
    id: 'findDocuments',
    method: 'GET',
    path: '/documents/search',
    access: 'viewer',
    summary: {
      zh: '按名称、单位、标题、地址或哈希查找',
      en: 'by name, unit, title, address or hash; newest first',
    },
    query: z.object({ text: z.string().min(1).max(200), limit: limitSchema }),
    answers: { 200: { description: 'the documents found', schema: pageSchema(documentSchema) } },
    answer: async ({ c, query: { text, limit = usualPage } }) =>
      answerJson(c, { items: (await store.documents.find(text, limit)).map(documentOf), next: null }),
  });
}

const detailSchema = documentSchema.extend({
  origins: z.array(
    z.object({ origin: originSchema, firstSeen: z.iso.datetime(), lastSeen: z.iso.datetime() }),
  ),
  tags: z.array(z.string()),
});

function one(store: Store): Operation {
  return operation({
    id: 'getDocument',
    method: 'GET',
    path: '/documents/:sha256',
    access: 'viewer',
    summary: { zh: '一份文件及其来源', en: 'a document and where it came from' },
    answers: { 200: { description: 'the document', schema: detailSchema } },
    answer: async ({ c, parameter }) => {
      const document = await store.documents.get(parameter('sha256'));
      if (document === undefined) return undefined;
      const origins = (await store.documents.origins(document.sha256)).map(
        ({ origin, firstSeen, lastSeen }) => ({
          origin,
          firstSeen: isoOf(firstSeen),
          lastSeen: isoOf(lastSeen),
        }),
      );
      const tags = await store.documents.tags(document.sha256);
      return answerJson(c, { ...documentOf(document), origins, tags });
    },
  });
}

function result(store: Store): Operation {
  return operation({
    id: 'getResult',
    method: 'GET',
    path: '/documents/:sha256/result',
    access: 'viewer',
    summary: { zh: '现行复核结果（带 ETag）', en: 'the current result, with an ETag' },
    answers: {
      200: { description: 'the result, as `check` writes it', schema: checkResultSchema },
      304: { description: 'unchanged since the ETag of If-None-Match' },
    },
    answer: async ({ c, parameter }) => {
      const current = await store.results.current(parameter('sha256'));
      if (current === undefined) return undefined;
      const body = JSON.stringify(current);
      const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
      const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
      if (knows(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
      return c.body(body, 200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
    },
  });
}

/** RFC 9110: a list of tags, weak ones alike, or any. */
function knows(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
}

const storedResultSchema = z.object({
  id: z.int(),
  stage: z.string(),
  engine: z.string(),
  revision: z.int(),
  status: z.string(),
  errorCode: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

function results(store: Store): Operation {
  return operation({
    id: 'listResults',
    method: 'GET',
    path: '/documents/:sha256/results',
    access: 'viewer',
    summary: { zh: '历次复核结果', en: 'all results that it ever had, newest first' },
    answers: { 200: { description: 'the results', schema: pageSchema(storedResultSchema) } },
    answer: async ({ c, parameter }) => {
      const history = await store.results.history(parameter('sha256'));
      const items = history.map(({ sha256: _, errorCode, createdAt, ...stored }) => ({
        ...stored,
        errorCode: errorCode ?? null,
        createdAt: isoOf(createdAt),
      }));
      return answerJson(c, { items, next: null });
    },
  });
}

function decisions(store: Store): Operation {
  return operation({
    id: 'listDecisions',
    method: 'GET',
    path: '/documents/:sha256/decisions',
    access: 'viewer',
    summary: { zh: '对该文件各项疑点的复核意见', en: 'the decisions about its findings' },
    answers: { 200: { description: 'the decisions', schema: pageSchema(decisionSchema) } },
    answer: async ({ c, parameter }) =>
      answerJson(c, { items: await store.reviews.decisions(parameter('sha256')), next: null }),
  });
}

function original(store: Store): Operation {
  return operation({
    id: 'getOriginal',
    method: 'GET',
    path: '/documents/:sha256/original',
    access: 'viewer',
    summary: { zh: '原件', en: 'the bytes as they came' },
    answers: { 200: { description: 'the file', mediaTypes: ['application/octet-stream'] } },
    answer: async ({ c, parameter }) => {
      const document = await store.documents.get(parameter('sha256'));
      const stream = document && (await store.blobs.read(document.sha256));
      if (!document || !stream) return undefined;
      const headers = { ...originalHeaders(document.name), 'Content-Length': String(document.size) };
      return c.body(Readable.toWeb(stream) as ReadableStream<Uint8Array>, 200, headers);
    },
  });
}

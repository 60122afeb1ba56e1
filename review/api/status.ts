import { z } from 'zod';
import { engineVersion } from '../../pipeline/engine-version.ts';
import type { Store } from '../../store/open-store.ts';
import { answerJson, type Operation, operation } from './operation.ts';
import { isoOf, limitSchema, pageSchema } from './shapes.ts';

/** How things stand. */
export function statusOperations(store: Store): readonly Operation[] {
  return [status(store), deliveries(store), retryDelivery(store)];
}

const statusSchema = z.object({
  engine: z.string(),
  findings: z.object({ open: z.int(), all: z.int() }),
  stages: z.array(
    z.object({
      stage: z.string(),
      state: z.enum(['waiting', 'running', 'done', 'dead', 'dropped']),
      count: z.int(),
      oldest: z.iso.datetime().nullable(),
    }),
  ),
});

function status(store: Store): Operation {
  return operation({
    id: 'getStatus',
    method: 'GET',
    path: '/status',
    access: 'viewer',
    summary: {
      zh: '进度：各阶段的文件数、未复核的疑点数',
      en: 'work by stage and state, and findings that wait',
    },
    answers: { 200: { description: 'the status', schema: statusSchema } },
    answer: async ({ c }) => {
      const counts = await store.ledger.counts();
      const stages = counts.map(({ oldest, ...count }) => ({
        ...count,
        oldest: oldest === undefined ? null : isoOf(oldest),
      }));
      const open = await store.findings.count({ state: ['open', 'reopened'] });
      const all = await store.findings.count();
      return answerJson(c, { engine: engineVersion, findings: { open, all }, stages });
    },
  });
}

const deliverySchema = z.object({
  id: z.int(),
  announcement: z.int(),
  sha256: z.string(),
  hook: z.string(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  status: z.int().nullable(),
  error: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
});

const usualPage = 100;

function deliveries(store: Store): Operation {
  return operation({
    id: 'listDeliveries',
    method: 'GET',
    path: '/webhook/deliveries',
    access: 'admin',
    summary: {
      zh: '对外通知的发送记录',
      en: 'what was told to other programs, and how it went; newest first',
    },
    query: z.object({ after: z.coerce.number().int().positive().optional(), limit: limitSchema }),
    answers: { 200: { description: 'a page of deliveries', schema: pageSchema(deliverySchema) } },
    answer: async ({ c, query: { after, limit = usualPage } }) => {
      const log = await store.webhooks.log({ limit, ...(after === undefined ? {} : { before: after }) });
      const items = log.map(
        ({ errorCode, errorMessage, createdAt, dueAt, endedAt, status: code, ...one }) => ({
          ...one,
          createdAt: isoOf(createdAt),
          dueAt: isoOf(dueAt),
          endedAt: endedAt === undefined ? null : isoOf(endedAt),
          status: code ?? null,
          error: errorCode && errorMessage ? { code: errorCode, ...errorMessage } : null,
        }),
      );
      return answerJson(c, { items, next: log.length === limit ? String(log.at(-1)?.id) : null });
    },
  });
}

function retryDelivery(store: Store): Operation {
  return operation({
    id: 'retryDelivery',
    method: 'POST',
    path: '/webhook/deliveries/:id/retry',
    access: 'admin',
    summary: { zh: '重新发送已放弃的通知', en: 'try a delivery again that was given up' },
    answers: { 200: { description: 'it will be tried', schema: z.object({ retried: z.literal(true) }) } },
    answer: async ({ c, visitor, parameter }) => {
      const id = Number(parameter('id'));
      const retried = Number.isSafeInteger(id) && (await store.webhooks.retry(id, visitor.name));
      return retried ? answerJson(c, { retried }) : undefined;
    },
  });
}

import { z } from 'zod';
import { dismissReasonSchema, reviewStateSchema, verdictOnFindingSchema } from '../../model/review.ts';
import type { Store } from '../../store/open-store.ts';
import { filterFields, filterOf } from './finding-filter.ts';
import { answerJson, type Operation, operation } from './operation.ts';
import {
  limitSchema,
  listedFindingOf,
  listedFindingSchema,
  pageSchema,
  reviewActOf,
  reviewActSchema,
} from './shapes.ts';

const usualPage = 100;

/** Findings, and what people say about them; with `two` a decision holds only once somebody else has signed. */
export function findingOperations(store: Store, people: 'one' | 'two'): readonly Operation[] {
  return [list(store), one(store), history(store), decide(store, people), undo(store), sign(store)];
}

function list(store: Store): Operation {
  return operation({
    id: 'listFindings',
    method: 'GET',
    path: '/findings',
    access: 'viewer',
    summary: {
      zh: '疑点清单，可筛选、排序',
      en: 'the work list: findings of current results, narrowed and sorted',
    },
    query: z.object({
      ...filterFields,
      sort: z.enum(['newest', 'severity', 'difference', 'unit', 'document']).optional(),
      after: z.string().optional(),
      limit: limitSchema,
    }),
    answers: { 200: { description: 'a page of findings', schema: pageSchema(listedFindingSchema) } },
    answer: async ({ c, query }) => {
      const { sort = 'newest', after, limit = usualPage } = query;
      const page = await store.findings.list({
        filter: filterOf(query),
        sort,
        limit,
        ...(after === undefined ? {} : { after }),
      });
      return answerJson(c, { items: page.findings.map(listedFindingOf), next: page.next ?? null });
    },
  });
}

function one(store: Store): Operation {
  return operation({
    id: 'getFinding',
    method: 'GET',
    path: '/findings/:fingerprint',
    access: 'viewer',
    summary: { zh: '一项疑点', en: 'one finding' },
    answers: { 200: { description: 'the finding', schema: listedFindingSchema } },
    answer: async ({ c, parameter }) => {
      const finding = await store.findings.get(parameter('fingerprint'));
      return finding && answerJson(c, listedFindingOf(finding));
    },
  });
}

function history(store: Store): Operation {
  return operation({
    id: 'listActs',
    method: 'GET',
    path: '/findings/:fingerprint/history',
    access: 'viewer',
    summary: { zh: '对该疑点做过的一切', en: 'everything that was done to it, oldest first' },
    answers: { 200: { description: 'the acts', schema: pageSchema(reviewActSchema) } },
    answer: async ({ c, parameter }) => {
      const acts = await store.reviews.history(parameter('fingerprint'));
      return answerJson(c, { items: acts.map(reviewActOf), next: null });
    },
  });
}

const changeSchema = z.object({
  fingerprint: z.string(),
  before: reviewStateSchema,
  after: reviewStateSchema,
});

const rulingSchema = z
  .strictObject({
    verdict: verdictOnFindingSchema,
    reason: dismissReasonSchema.optional(),
    note: z.string().max(4000).optional(),
  })
  .refine(({ verdict, reason }) => (verdict === 'dismiss') === (reason !== undefined), {
    message: 'a reason goes with dismiss, and only with it',
    path: ['reason'],
  });

function decide(store: Store, people: 'one' | 'two'): Operation {
  return operation({
    id: 'decide',
    method: 'POST',
    path: '/findings/:fingerprint/decision',
    access: 'auditor',
    summary: { zh: '作出复核意见', en: 'decide about it' },
    body: rulingSchema,
    answers: { 200: { description: 'what it changed', schema: changeSchema } },
    answer: async ({ c, visitor, body, parameter }) => {
      const { verdict, reason, note } = body;
      const ruling = {
        verdict,
        ...(reason === undefined ? {} : { reason }),
        ...(note === undefined ? {} : { note }),
        people,
      };
      const [change] = await store.reviews.decide([parameter('fingerprint')], ruling, visitor.name);
      return change && answerJson(c, change);
    },
  });
}

function undo(store: Store): Operation {
  return operation({
    id: 'undoDecision',
    method: 'DELETE',
    path: '/findings/:fingerprint/decision',
    access: 'auditor',
    summary: { zh: '撤销最近一次处理', en: 'take back the last act on it' },
    answers: { 200: { description: 'what it changed', schema: changeSchema } },
    answer: async ({ c, visitor, parameter }) => {
      const change = await store.reviews.undo(parameter('fingerprint'), visitor.name);
      return change && answerJson(c, change);
    },
  });
}

const signedSchema = z.object({ fingerprint: z.string(), outcome: z.enum(['signed', 'own', 'nothing']) });

function sign(store: Store): Operation {
  return operation({
    id: 'sign',
    method: 'POST',
    path: '/findings/:fingerprint/signature',
    access: 'auditor',
    summary: { zh: '会签他人的复核意见', en: 'sign what somebody else has decided' },
    answers: {
      200: {
        description: '`own`: the one who decided cannot sign; `nothing`: there is nothing to sign',
        schema: signedSchema,
      },
    },
    answer: async ({ c, visitor, parameter }) => {
      const [signed] = await store.reviews.sign([parameter('fingerprint')], visitor.name);
      return signed && answerJson(c, signed);
    },
  });
}

import { setQueueState } from '../../queue/paused-queues.ts';
import { queueNames } from '../../queue/runner.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage, seeOther } from '../http/answer.ts';
import { readFields } from '../http/fields.ts';
import type { Route } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { operationBody } from '../views/operation.ts';

/** Workers that were not heard of for this long are gone, in milliseconds. */
const silentFor = 120_000;

const mostListed = 100;

const hour = 3_600_000;

/** How the service stands, and what an operator can do about it. */
export function operationRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { store, runner, onArrival } = dependencies;
  return [
    {
      method: 'GET',
      path: '/operation',
      access: 'admin',
      handle: async (visit) => {
        const [queues, counts, ended, workers, dead, alerts, audit] = await Promise.all([
          runner?.status() ?? [],
          store.ledger.counts(),
          store.ledger.endedSince(Date.now() - hour),
          store.workers.list(silentFor),
          store.ledger.deadLetters({ limit: mostListed }),
          store.crawl.alerts(),
          store.audit.list({ limit: mostListed }),
        ]);
        const body = operationBody(visit, { queues, counts, ended, workers, dead, alerts, audit });
        return answerPage(
          visit.c,
          page(visit, { title: wordsOf(visit).operation.title, body, here: 'operation' }),
        );
      },
    },
    {
      method: 'POST',
      path: '/operation/queues',
      access: 'admin',
      handle: async ({ c, visitor }) => {
        const fields = await readFields(c);
        const queue = queueNames.find((name) => name === fields.one('queue'));
        const state = fields.one('act') === 'pause' ? 'paused' : 'running';
        if (queue !== undefined && runner !== undefined) {
          await setQueueState(store.settings, { queue, state, who: visitor?.name ?? '' });
          await (state === 'paused' ? runner.pause(queue) : runner.resume(queue));
        }
        return seeOther(c, '/operation');
      },
    },
    {
      method: 'POST',
      path: '/operation/dead',
      access: 'admin',
      handle: async ({ c, visitor }) => {
        const fields = await readFields(c);
        const id = Number(fields.one('id'));
        const who = visitor?.name ?? '';
        if (Number.isSafeInteger(id)) {
          if (fields.one('act') === 'drop')
            await store.ledger.drop(id, who, fields.one('reason').slice(0, 500));
          else await store.ledger.retry(id, who);
          onArrival?.();
        }
        return seeOther(c, '/operation');
      },
    },
  ];
}

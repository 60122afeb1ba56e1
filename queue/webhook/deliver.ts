import type { Poster } from '../../crawl/request/poster.ts';
import { isPassing } from '../../crawl/request/request-refusals.ts';
import type { Refusal } from '../../model/outcome-channels.ts';
import type { Delivery, DeliveryFailure, DeliveryState, Webhooks } from '../../store/webhooks/webhooks.ts';
import { signatureOf } from './signature.ts';

/** Another program that wants to know of new disagreements. */
export type Hook = {
  readonly name: string;
  readonly url: string;
  /** Known to both sides; deliveries are signed with it. */
  readonly secret: string;
};

export type Delivering = {
  readonly webhooks: Webhooks;
  readonly hooks: readonly Hook[];
  readonly posterOf: (hook: Hook) => Poster;
  readonly now: () => number;
  readonly signal?: AbortSignal;
};

/** How one try went. */
export type Tried = { readonly delivery: Delivery; readonly state: DeliveryState };

/** Deliveries under way at once, and how long one may take before somebody else tries, in milliseconds. */
const atOnce = 8;
const leaseFor = 120_000;

/** Spreads what is new to the hooks and tries everything that is due, once; gives how each went. */
export async function deliverDue(delivering: Delivering): Promise<readonly Tried[]> {
  const { webhooks, hooks } = delivering;
  await webhooks.spread(hooks.map(({ name }) => name));
  const deliveries = await webhooks.take(atOnce, leaseFor);
  return Promise.all(
    deliveries.map(async (delivery) => ({ delivery, state: await deliver(delivery, delivering) })),
  );
}

async function deliver(delivery: Delivery, delivering: Delivering): Promise<DeliveryState> {
  const { webhooks, hooks } = delivering;
  const hook = hooks.find(({ name }) => name === delivery.hook);
  const failure = hook === undefined ? unknownHook(delivery) : await send(delivery, hook, delivering);
  if (typeof failure !== 'number') return webhooks.failed(delivery, failure);
  await webhooks.delivered(delivery, failure);
  return 'delivered';
}

/** The status of a receiver that took it, or why none did. */
async function send(
  delivery: Delivery,
  hook: Hook,
  { posterOf, now, signal }: Delivering,
): Promise<number | DeliveryFailure> {
  const answer = await posterOf(hook).post(hook.url, {
    body: delivery.body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-fuhe-event': 'disagreements',
      'x-fuhe-delivery': String(delivery.announcement),
      'x-fuhe-signature': signatureOf(delivery.body, hook.secret, now()),
    },
    ports: [URL.parse(hook.url)?.host ?? ''],
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) return refused(answer.refusal);
  const { status } = answer.value;
  return status >= 200 && status < 300 ? status : rejected(status);
}

function refused(refusal: Refusal): DeliveryFailure {
  const kind = isPassing(refusal) || refusal.code === 'request/stopped' ? 'passing' : 'for-good';
  return { kind, code: refusal.code, message: refusal.message };
}

/** A receiver that is gone says 410 (RFC 9110); everything else may be repaired there. */
function rejected(status: number): DeliveryFailure {
  return {
    kind: status === 410 ? 'for-good' : 'passing',
    code: 'webhook/rejected',
    message: { zh: `接收方返回 ${status}`, en: `the receiver answered ${status}` },
    status,
  };
}

function unknownHook({ hook }: Delivery): DeliveryFailure {
  return {
    kind: 'for-good',
    code: 'webhook/unknown',
    message: { zh: `配置中没有名为 ${hook} 的接收方`, en: `no hook is named ${hook} in the configuration` },
  };
}

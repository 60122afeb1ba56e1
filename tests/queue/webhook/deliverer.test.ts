import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { type DelivererSettings, openDeliverer } from '../../../queue/webhook/deliverer.ts';
import { signatureOf } from '../../../queue/webhook/signature.ts';
import { serve, type TestServer } from '../../crawl/request/test-server.ts';
import { addChecked, finding } from '../../store/arrivals.ts';
import { onBothDatabases } from '../../store/databases.ts';

const secret = 'a-secret-that-both-sides-know';
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A receiver that answers with the statuses in turn, the last one for ever. */
async function receiver(
  ...statuses: readonly number[]
): Promise<TestServer & { readonly received: readonly Received[] }> {
  const received: Received[] = [];
  const server = await serve(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(statuses[received.length - 1] ?? statuses.at(-1) ?? 200, { location: '/elsewhere' });
    response.end();
  });
  closing.push(server.close);
  return { ...server, received };
}

function deliverer(settings: Pick<DelivererSettings, 'store' | 'hooks'> & Partial<DelivererSettings>) {
  const opened = openDeliverer({
    pause: 3_600_000,
    onFault: (problem) => {
      throw problem;
    },
    ...settings,
  });
  closing.push(opened.close);
  return opened;
}

onBothDatabases('webhook deliveries', ({ open }) => {
  test('reach the receiver signed, with their number', async () => {
    const { store, now } = await open();
    const { origin, received } = await receiver(204);
    await addChecked(store, 'a', [[finding()]]);
    const hook = { name: 'audit', url: `${origin}/hook`, secret, allowPrivate: ['127.0.0.1'] };
    await deliverer({ store, hooks: [hook], now }).look();
    expect(received.length).toBe(1);
    const [{ headers, body }] = received as [Received];
    const [, moment, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-fuhe-signature'])) ?? [];
    expect(Number(moment)).toBe(Math.floor(now() / 1000));
    expect(createHmac('sha256', secret).update(`${moment}.${body}`).digest('hex')).toBe(digest);
    expect(headers['x-fuhe-delivery']).toMatch(/^\d+$/);
    expect(JSON.parse(body)).toMatchObject({ event: 'disagreements', count: 1 });
    expect(await store.webhooks.log()).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }]);
  });

  test('are tried again after an error with the same body, until they are taken', async () => {
    const { store, now, pass } = await open();
    const { origin, received } = await receiver(500, 503, 200);
    await addChecked(store, 'a', [[finding()]]);
    const hook = { name: 'audit', url: origin, secret, allowPrivate: ['127.0.0.1'] };
    const { look } = deliverer({ store, hooks: [hook], now });
    await look();
    await look();
    expect(received.length).toBe(1);
    pass(60_000);
    await look();
    pass(60_000);
    await look();
    expect(received.length).toBe(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(await store.webhooks.log()).toMatchObject([{ state: 'delivered', attempts: 3 }]);
  });

  test('do not go to private addresses, nor where a redirect points', async () => {
    const { store, now } = await open();
    const { origin, received } = await receiver(302);
    await addChecked(store, 'a', [[finding()]]);
    const hooks = [
      { name: 'private', url: origin, secret },
      { name: 'redirected', url: origin, secret, allowPrivate: ['127.0.0.1'] },
    ];
    await deliverer({ store, hooks, now }).look();
    expect(received.length).toBe(1);
    const log = await store.webhooks.log();
    expect(log.map(({ hook, state, errorCode, status }) => [hook, state, errorCode, status])).toEqual([
      ['redirected', 'waiting', 'webhook/rejected', 302],
      ['private', 'given-up', 'request/special-address', undefined],
    ]);
  });

  test('to a receiver that is gone, or that nobody configured, are given up', async () => {
    const { store, now } = await open();
    const { origin } = await receiver(410);
    await addChecked(store, 'a', [[finding()]]);
    await store.webhooks.spread(['removed']);
    await addChecked(store, 'b', [[finding()]]);
    const hook = { name: 'audit', url: origin, secret, allowPrivate: ['127.0.0.0/8'] };
    await deliverer({ store, hooks: [hook], now }).look();
    const log = await store.webhooks.log();
    expect(log.map(({ hook: name, state, errorCode }) => [name, state, errorCode])).toEqual([
      ['audit', 'given-up', 'webhook/rejected'],
      ['removed', 'given-up', 'webhook/unknown'],
    ]);
  });

  test('wait while nobody listens there', async () => {
    const { store, now } = await open();
    const { origin, close } = await receiver(200);
    await close();
    await addChecked(store, 'a', [[finding()]]);
    const hook = { name: 'audit', url: origin, secret, allowPrivate: ['127.0.0.1'] };
    await deliverer({ store, hooks: [hook], now }).look();
    expect(await store.webhooks.log()).toMatchObject([{ state: 'waiting', errorCode: 'request/connection' }]);
  });
});

test('a signature depends on the body, the secret and the moment', () => {
  const signatures = [
    signatureOf('{}', secret, 1000),
    signatureOf('{ }', secret, 1000),
    signatureOf('{}', `${secret}!`, 1000),
    signatureOf('{}', secret, 2000),
  ];
  expect(new Set(signatures).size).toBe(4);
  expect(signatureOf('{}', secret, 1999)).toBe(signatures[0]);
});

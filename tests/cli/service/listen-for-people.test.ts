import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenForPeople, type PageSettings } from '../../../cli/service/listen-for-people.ts';
import { mayReadMetrics } from '../../../cli/service/may-read-metrics.ts';
import { silentLog } from '../../../queue/log.ts';
import { type Service, startService } from '../../../queue/service.ts';
import { hashPassword } from '../../../review/accounts/passwords.ts';
import { hashOfSecret, newSecret } from '../../../review/accounts/secrets.ts';
import type { Store } from '../../../store/open-store.ts';
import { temporaryStore } from '../../queue/store-for-test.ts';
import { createVisitor } from '../../review/visitor.ts';

type Place = Awaited<ReturnType<typeof temporaryStore>>;

let place: Place;
let service: Service;
const faults: unknown[] = [];

beforeAll(async () => {
  place = await temporaryStore();
  service = await startService({
    store: place.store,
    widths: {},
    language: 'zh',
    worker: 'tester',
    reconcileEvery: 60_000,
    leaseFor: 60_000,
    feedEvery: 60_000,
    log: silentLog,
  });
});

afterAll(async () => {
  await service.close(5_000);
  await place[Symbol.asyncDispose]();
  expect(faults).toEqual([]);
});

function settings(changes: Partial<PageSettings> = {}): PageSettings {
  return {
    store: place.store,
    service,
    host: '127.0.0.1',
    port: 0,
    names: [],
    publicUrl: undefined,
    signOff: 'one',
    onFault: (problem) => faults.push(problem),
    ...changes,
  };
}

async function giveToken(store: Store): Promise<string> {
  const passwordHash = await hashPassword('a password of twelve');
  const user = await store.accounts.create({ name: 'watcher', role: 'viewer', passwordHash }, 'test');
  const secret = newSecret();
  const secretHash = hashOfSecret(secret, 'token');
  await store.accounts.createToken(
    { userId: user?.id ?? 0, name: 'metrics', role: 'viewer', secretHash },
    'test',
  );
  return secret;
}

test('without accounts this machine gets an address to come in by, whose page shows the sites', async () => {
  const { entrance, port, close } = await listenForPeople(settings({ sites: ['天河区财政局'] }));
  expect(entrance?.kind).toBe('open');
  const visitor = createVisitor(`http://127.0.0.1:${port}`);
  await visitor.get(new URL(entrance?.address ?? '').pathname + new URL(entrance?.address ?? '').search);
  expect((await visitor.get('/operation/sites')).text).toContain('天河区财政局');
  await close();
});

test('where others can come, only the first account can be made, by the address that is printed', async () => {
  const { entrance, port, close } = await listenForPeople(
    settings({ host: '0.0.0.0', names: ['fuhe.example.cn'] }),
  );
  expect(entrance?.kind).toBe('set-up');
  expect(entrance?.address).toContain(`http://fuhe.example.cn:${port}/set-up?key=`);
  const visitor = createVisitor(`http://127.0.0.1:${port}`);
  expect((await visitor.get('/')).headers.get('location')).toBe('/sign-in?back=%2F');
  expect((await visitor.get('/enter?key=x')).status).toBe(303);
  await close();
});

test('what stands in front gives the address, its name is taken, its cookies are secure', async () => {
  const publicUrl = 'https://fuhe.example.cn';
  const { entrance, port, close } = await listenForPeople(settings({ host: '0.0.0.0', publicUrl }));
  expect(entrance?.address).toMatch(/^https:\/\/fuhe\.example\.cn\/set-up\?key=/);
  const visitor = createVisitor(`http://127.0.0.1:${port}`);
  const form = await visitor.get('/sign-in', { host: 'fuhe.example.cn' });
  expect([form.status, form.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('Secure')]);
  expect((await visitor.get('/metrics', { host: 'fuhe.example.cn' })).status).toBe(401);
  await close();
});

test('metrics are for this machine and for the bearer of a token', async () => {
  const { port, close } = await listenForPeople(settings({ host: '0.0.0.0' }));
  const secret = await giveToken(place.store);
  const visitor = createVisitor(`http://127.0.0.1:${port}`);
  expect((await visitor.get('/metrics')).text).toContain('fuhe_stages');
  expect((await visitor.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
  const bearer = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '203.0.113.9' };
  expect((await visitor.get('/metrics', bearer)).status).toBe(200);
  const wrong = { authorization: `Bearer ${newSecret()}` };
  expect((await visitor.get('/metrics', wrong)).status).toBe(401);
  expect((await visitor.get('/readyz', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(200);
  await close();
});

test.each([
  ['203.0.113.9', false],
  ['::ffff:203.0.113.9', false],
  ['128.0.0.1', false],
  [undefined, false],
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['::1', true],
])('a request from %s reads metrics without a token: %s', async (remoteAddress, may) => {
  const asked = new Request('http://127.0.0.1/metrics');
  const bindings = { incoming: { socket: { remoteAddress } } };
  expect(await mayReadMetrics(asked, bindings, { store: place.store, publicUrl: undefined })).toBe(may);
  const inFront = { store: place.store, publicUrl: 'https://fuhe.example.cn' };
  expect(await mayReadMetrics(asked, bindings, inFront)).toBe(false);
  expect(await mayReadMetrics(asked, undefined, inFront)).toBe(false);
});

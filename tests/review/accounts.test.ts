import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFirstAccount } from '../../review/accounts/first-account.ts';
import { hashPassword } from '../../review/accounts/passwords.ts';
import { mayUse } from '../../review/route.ts';
import { createRoutes } from '../../review/routes.ts';
import type { Role } from '../../review/visitor.ts';
import { addSample, dependenciesOf, type ReviewServer, startReview } from './review-server.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const password = 'correct horse 复核';
const access = { kind: 'accounts', firstAccount: createFirstAccount() } as const;
let server: ReviewServer;
let passwordHash: string;

beforeAll(async () => {
  server = await startReview({ access });
  passwordHash = await hashPassword(password);
  for (const role of ['viewer', 'auditor', 'admin'] as const)
    await server.store.accounts.create({ name: role, role, passwordHash }, 'test');
});

afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const known = new Map<string, Promise<Visitor>>();

/** The same session for all tests that do not end it: a password takes a while to check, as it should. */
function signedIn(name: string): Promise<Visitor> {
  const visitor = known.get(name) ?? signIn(name);
  known.set(name, visitor);
  return visitor;
}

async function signIn(name: string): Promise<Visitor> {
  const visitor = createVisitor(server.origin);
  await visitor.get('/sign-in');
  const answer = await visitor.post('/sign-in', { name, password, back: '/' });
  expect(answer.status).toBe(303);
  return visitor;
}

describe('signing in', () => {
  test('leads strangers to the form, and from there to where they wanted to go', async () => {
    const visitor = createVisitor(server.origin);
    const asked = await visitor.get('/documents');
    expect(asked.headers.get('location')).toBe('/sign-in?back=%2Fdocuments');
    const form = await visitor.get('/sign-in?back=%2Fdocuments');
    expect(form.text).toContain('value="/documents"');
    const answer = await visitor.post('/sign-in', { name: 'viewer', password, back: '/documents' });
    expect(answer.headers.get('location')).toBe('/documents');
  });

  test('gives the browser a new secret, so that one planted before is worth nothing', async () => {
    const visitor = createVisitor(server.origin);
    await visitor.get('/sign-in');
    const planted = visitor.cookie('fuhe_session');
    const answer = await visitor.post('/sign-in', { name: 'viewer', password, back: '/' });
    expect(visitor.cookie('fuhe_session')).not.toBe(planted);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const attacker = createVisitor(server.origin, `fuhe_session=${planted}`);
    expect((await attacker.get('/')).status).toBe(303);
  });

  test('ends with signing out, for the secret itself', async () => {
    const visitor = await signIn('viewer');
    await visitor.get('/');
    const secret = visitor.cookie('fuhe_session');
    await visitor.post('/sign-out', {});
    const thief = createVisitor(server.origin, `fuhe_session=${secret}`);
    expect((await thief.get('/')).status).toBe(303);
  });

  test('is refused after five wrong passwords for a name, whatever comes then', async () => {
    await server.store.accounts.create({ name: 'guessed', role: 'viewer', passwordHash }, 'test');
    const visitor = createVisitor(server.origin);
    await visitor.get('/sign-in');
    const attempt = async (word: string) =>
      (await visitor.post('/sign-in', { name: 'guessed', password: word })).status;
    for (let count = 0; count < 5; count += 1) expect(await attempt('wrong')).toBe(401);
    expect(await attempt(password)).toBe(429);
  });

  test('is asked for again by a form that comes too late, which says that it was not taken', async () => {
    const visitor = await signIn('auditor');
    await visitor.get('/upload');
    const elsewhere = createVisitor(server.origin, `fuhe_session=${visitor.cookie('fuhe_session')}`);
    await elsewhere.get('/');
    await elsewhere.post('/sign-out', {});
    const referer = `${server.origin}/documents?search=a`;
    const late = await visitor.post('/findings/bulk', { verdict: 'take' }, { referer });
    const { pathname, searchParams } = new URL(late.headers.get('location') ?? '', server.origin);
    expect([late.status, pathname, searchParams.get('back')]).toEqual([
      303,
      '/sign-in',
      '/documents?search=a',
    ]);
    expect((await visitor.get(`/sign-in?${searchParams}`)).text).toContain('刚才提交的内容没有保存');
    const part = await visitor.post('/findings/bulk', { verdict: 'take' }, { 'x-part': 'yes' });
    expect([part.status, part.text]).toEqual([401, '登录已失效，刚才提交的内容没有保存；请重新登录。']);
    const lured = await visitor.post(
      '/findings/bulk',
      {},
      { referer: 'http://evil.example//evil.example/x' },
    );
    expect((await visitor.get(lured.headers.get('location') ?? '')).text).toContain('name="back" value="/"');
  });

  test('needs a form of ours', async () => {
    const visitor = createVisitor(server.origin);
    expect((await visitor.post('/sign-in', { name: 'viewer', password })).status).toBe(403);
  });
});

describe('every route of the table', () => {
  // Those of programs are walked by tests/review/api, with tokens.
  const routes = () =>
    createRoutes(dependenciesOf(server, { access })).filter(({ path }) => !path.startsWith('/api/'));

  test.each(['viewer', 'auditor', 'admin', undefined] as const)(
    'asks %s for the role it names',
    async (role) => {
      const visitor = role === undefined ? createVisitor(server.origin) : await signedIn(role);
      await visitor.get(role === undefined ? '/sign-in' : '/documents');
      let seen = 0;
      for (const { method, path, access } of routes()) {
        if (path === '/sign-out') continue;
        const place = path.replace(/:\w+/g, 'none');
        const headers = { accept: 'application/json', 'x-form-token': visitor.token() };
        const { status } =
          method === 'GET' ? await visitor.get(place, headers) : await visitor.post(place, {}, headers);
        const denied = role === undefined ? 401 : 403;
        // A wrong name and password is answered with 401 too: that is not the gate.
        if (mayUse(role, access))
          expect(status === 401 && path !== '/sign-in', `${method} ${path}`).toBe(false);
        if (mayUse(role, access)) expect(status, `${method} ${path}`).not.toBe(403);
        else expect(status, `${method} ${path}`).toBe(denied);
        seen += 1;
      }
      expect(seen).toBeGreaterThan(20);
    },
  );

  test('that changes something refuses a form that is not ours', async () => {
    const visitor = await signedIn('admin');
    await visitor.get('/');
    for (const { method, path } of routes().filter((route) => route.method !== 'GET')) {
      const place = path.replace(/:\w+/g, 'none');
      expect((await visitor.post(place, { form_token: 'x' })).status, `${method} ${path}`).toBe(403);
      const foreign = await visitor.post(place, {}, { origin: 'http://evil.example' });
      expect(foreign.status, `${method} ${path}`).toBe(403);
    }
  });
});

describe('the accounts page', () => {
  test('adds, changes, disables; the one who is disabled is out at once', async () => {
    const admin = await signedIn('admin');
    await admin.get('/accounts');
    const added = await admin.post('/accounts', { name: '王芳', password, role: 'viewer' });
    expect(added.text).toContain('王芳');
    const visitor = await signedIn('王芳');
    expect((await visitor.get('/accounts')).status).toBe(403);
    const user = (await server.store.accounts.users()).find(({ name }) => name === '王芳');
    await admin.post('/accounts/role', { id: String(user?.id), role: 'auditor' });
    expect((await visitor.get('/')).text).toContain('王芳 · 复核');
    await admin.post('/accounts/access', { id: String(user?.id), access: 'disabled' });
    expect((await visitor.get('/')).status).toBe(303);
    const actions = (await server.store.audit.list({ who: 'admin' })).map(({ action }) => action);
    expect(actions.length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    [{ name: '<b>', password }, '用户名为'],
    [{ name: 'admin', password }, '用户名已存在'],
    [{ name: 'short', password: '12345678901' }, '密码至少 12 个字符'],
  ])('refuses %o', async (fields, said) => {
    const admin = await signedIn('admin');
    await admin.get('/accounts');
    const answer = await admin.post('/accounts', { role: 'viewer', ...fields });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(said);
  });

  test('keeps the last admin, and shows a token once', async () => {
    const admin = await signedIn('admin');
    await admin.get('/accounts');
    const user = (await server.store.accounts.users()).find(({ name }) => name === 'admin');
    const id = String(user?.id);
    expect((await admin.post('/accounts/role', { id, role: 'viewer' })).text).toContain('至少要保留一名');
    const made = await admin.post('/accounts/tokens', { id, name: '统计', role: 'viewer' });
    const secret = /<code class="secret">([^<]+)/.exec(made.text)?.[1] ?? '';
    const program = createVisitor(server.origin);
    const bearer = (role: Role) => ({ authorization: `Bearer ${secret}`, accept: 'application/json', role });
    expect((await program.get('/', bearer('viewer'))).status).toBe(200);
    expect((await program.get('/accounts', bearer('viewer'))).status).toBe(403);
    expect((await admin.get('/accounts')).text).not.toContain(secret);
  });
});

describe('the first account', () => {
  test('is made by whoever knows the address, once, and signs them in', async () => {
    const firstAccount = createFirstAccount();
    const fresh = await startReview({ access: { kind: 'accounts', firstAccount } });
    const visitor = createVisitor(fresh.origin);
    expect((await visitor.get('/sign-in')).text).toContain('还没有账户');
    expect((await visitor.get('/set-up?key=guessed')).status).toBe(403);
    expect((await visitor.post('/set-up', { key: 'guessed', name: '王芳', password })).status).toBe(403);
    expect(await fresh.store.accounts.users()).toEqual([]);
    const form = await visitor.get(firstAccount.path);
    const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    expect((await visitor.post('/set-up', { key, name: '<b>', password })).text).toContain('用户名为');
    expect((await visitor.post('/set-up', { key, name: '王芳', password: 'short' })).status).toBe(400);
    const made = await visitor.post('/set-up', { key, name: '王芳', password });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/']);
    expect((await visitor.get('/accounts')).text).toContain('王芳 · 管理');
    const late = createVisitor(fresh.origin);
    expect((await late.get(firstAccount.path)).headers.get('location')).toBe('/sign-in');
    await late.get('/sign-in');
    await late.post('/set-up', { key, name: 'late', password });
    expect(await fresh.store.accounts.users()).toHaveLength(1);
    expect(fresh.faults).toEqual([]);
    await fresh.close();
  });

  test('has no address where there are accounts already', async () => {
    const fresh = await startReview({ access: { kind: 'accounts' } });
    expect((await createVisitor(fresh.origin).get('/set-up?key=x')).headers.get('location')).toMatch(
      /^\/sign-in/,
    );
    await fresh.close();
  });
});

describe('behind something that speaks https', () => {
  test('cookies travel encrypted only, and its origin is ours even where the host is not handed on', async () => {
    const front = await startReview({ transport: 'https', publicHost: 'fuhe.example.cn' });
    const visitor = createVisitor(front.origin);
    const first = await visitor.get('/');
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    const look = (origin: string) => visitor.post('/look', { language: 'zh', back: '/' }, { origin });
    expect((await look('https://fuhe.example.cn')).status).toBe(303);
    expect((await look('https://fuhe.example.cn.evil.example')).status).toBe(403);
    await front.close();
  });
});

test('where two have to decide, the second signs in their own name', async () => {
  const strict = await startReview({ access: { kind: 'accounts' }, signOff: 'two' });
  const sha256 = await addSample(strict.store, 'project-shandong.pdf');
  const [finding] = (await strict.store.findings.list({ filter: { sha256 } })).findings;
  const path = `/findings/${finding?.fingerprint}`;
  const part = { 'x-part': 'yes' };
  const people = await Promise.all(
    ['王芳', '李明'].map(async (name) => {
      await strict.store.accounts.create({ name, role: 'auditor', passwordHash }, 'test');
      const visitor = createVisitor(strict.origin);
      await visitor.get('/sign-in');
      await visitor.post('/sign-in', { name, password, back: '/' });
      await visitor.get('/');
      return visitor;
    }),
  );
  const [first, second] = people;
  const proposed = await first?.post(`${path}/decide`, { verdict: 'dismiss', reason: 'rounding' }, part);
  expect(proposed?.text).toContain('王芳 提出，待另一人会签');
  expect(proposed?.text).not.toContain('/sign"');
  expect((await first?.post(`${path}/sign`, {}, part))?.status).toBe(409);
  expect((await strict.store.findings.list({ filter: { state: ['dismissed'] } })).findings).toEqual([]);
  const signed = await second?.post(`${path}/sign`, {}, part);
  expect(signed?.text).toContain('会签：李明');
  const [decision] = await strict.store.reviews.decisions(sha256);
  expect(decision).toMatchObject({ state: 'dismissed', by: '王芳', signedBy: '李明' });
  await strict.close();
});

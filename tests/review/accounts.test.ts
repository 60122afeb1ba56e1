import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../review/accounts/passwords.ts';
import { mayUse } from '../../review/route.ts';
import { createRoutes } from '../../review/routes.ts';
import type { Role } from '../../review/visitor.ts';
import { dependenciesOf, type ReviewServer, startReview } from './review-server.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const password = 'correct horse 复核';
let server: ReviewServer;
let passwordHash: string;

beforeAll(async () => {
  server = await startReview({ access: { kind: 'accounts' } });
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

  test('needs a form of ours', async () => {
    const visitor = createVisitor(server.origin);
    expect((await visitor.post('/sign-in', { name: 'viewer', password })).status).toBe(403);
  });
});

describe('every route of the table', () => {
  // Those of programs are walked by tests/review/api, with tokens.
  const routes = () =>
    createRoutes(dependenciesOf(server, { access: { kind: 'accounts' } })).filter(
      ({ path }) => !path.startsWith('/api/'),
    );

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

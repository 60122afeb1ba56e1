import { expect, test } from 'vitest';
import { onBothDatabases } from './databases.ts';

const hour = 3_600_000;

onBothDatabases('accounts', (stores) => {
  test('a user signs in by name, and a name is taken once', async () => {
    const { store } = await stores.open();
    const user = { name: '李敏', role: 'auditor', passwordHash: 'scrypt$1' } as const;
    const created = await store.accounts.create(user, 'setup');
    expect(created).toMatchObject({ name: '李敏', role: 'auditor' });
    expect(await store.accounts.create(user, 'setup')).toBeUndefined();
    expect(await store.accounts.signIn('李敏')).toEqual({ user: created, passwordHash: 'scrypt$1' });
    expect(await store.accounts.signIn('王')).toBeUndefined();
  });

  test('a session ends by age, by disuse, by a new password and with the account', async () => {
    const { store, pass } = await stores.open();
    const { accounts } = store;
    const id = (await accounts.create({ name: 'li', role: 'auditor', passwordHash: 'a' }, 'setup'))?.id ?? 0;
    await accounts.openSession(id, 'secret', 3 * hour);
    expect(await accounts.session('secret', hour)).toMatchObject({ role: 'auditor', user: { name: 'li' } });
    expect(await accounts.session('other', hour)).toBeUndefined();
    pass(0.9 * hour);
    expect(await accounts.session('secret', hour)).toBeDefined();
    pass(0.9 * hour);
    expect(await accounts.session('secret', hour)).toBeDefined();
    pass(1.1 * hour);
    expect(await accounts.session('secret', hour)).toBeUndefined();
    await accounts.openSession(id, 'second', hour);
    await accounts.setPassword(id, 'b', 'li');
    expect(await accounts.session('second', hour)).toBeUndefined();
    await accounts.openSession(id, 'third', hour);
    await accounts.closeSession('third');
    expect(await accounts.session('third', hour)).toBeUndefined();
    await accounts.openSession(id, 'fourth', hour);
    expect(await accounts.setAccess(id, 'disabled', 'admin')).toBe('changed');
    expect(await accounts.session('fourth', hour)).toBeUndefined();
    expect(await accounts.signIn('li')).toBeUndefined();
  });

  test('a token lets nobody do more than its user may, and can expire or be revoked', async () => {
    const { store, pass, now } = await stores.open();
    const { accounts } = store;
    const user = await accounts.create({ name: 'li', role: 'auditor', passwordHash: 'a' }, 'setup');
    const userId = user?.id ?? 0;
    const token = { userId, name: '导出', role: 'admin', secretHash: 'one' } as const;
    const { id } = await accounts.createToken(token, 'li');
    await accounts.createToken(
      { ...token, role: 'viewer', secretHash: 'two', expiresAt: now() + hour },
      'li',
    );
    expect(await accounts.token('one')).toMatchObject({ role: 'auditor' });
    expect(await accounts.token('two')).toMatchObject({ role: 'viewer' });
    pass(2 * hour);
    expect(await accounts.token('two')).toBeUndefined();
    expect(await accounts.revokeToken(id, 'li')).toBe(true);
    expect(await accounts.revokeToken(id, 'li')).toBe(false);
    expect(await accounts.token('one')).toBeUndefined();
    expect((await accounts.tokens(userId)).map(({ name }) => name)).toEqual(['导出']);
  });

  test('the last administrator stays one', async () => {
    const { store } = await stores.open();
    const { accounts } = store;
    const one = (await accounts.create({ name: 'a', role: 'admin', passwordHash: 'a' }, 'setup'))?.id ?? 0;
    const two = (await accounts.create({ name: 'b', role: 'admin', passwordHash: 'b' }, 'setup'))?.id ?? 0;
    const changes = await Promise.all([
      accounts.setRole(one, 'viewer', 'a'),
      accounts.setAccess(two, 'disabled', 'b'),
    ]);
    expect([...changes].sort()).toEqual(['changed', 'last-admin']);
    expect(await accounts.setRole(99, 'admin', 'a')).toBe('unknown');
    expect((await store.audit.list()).map(({ action }) => action)).toContain('account/create');
  });

  test('failed attempts to sign in are counted until they are old or forgiven', async () => {
    const { store, pass } = await stores.open();
    const { accounts } = store;
    expect(await accounts.failedLogin('name:li', hour)).toBe(1);
    expect(await accounts.failedLogin('name:li', hour)).toBe(2);
    expect(await accounts.failedLogins('name:wang', hour)).toBe(0);
    pass(2 * hour);
    expect(await accounts.failedLogins('name:li', hour)).toBe(0);
    expect(await accounts.failedLogin('name:li', hour)).toBe(1);
    await accounts.forgiveLogins('name:li');
    expect(await accounts.failedLogins('name:li', hour)).toBe(0);
  });

  test('views are saved under a name, and shared ones are seen by all', async () => {
    const { store } = await stores.open();
    const { views } = store;
    const id = await views.save({
      owner: 'li',
      name: '天河',
      query: { district: ['天河'] },
      visibility: 'own',
    });
    await views.save({ owner: 'wang', name: '全部', query: {}, visibility: 'shared' });
    expect(await views.save({ owner: 'li', name: '天河', query: { year: [2023] }, visibility: 'own' })).toBe(
      id,
    );
    expect(await views.list('li')).toMatchObject([
      { name: '全部', owner: 'wang' },
      { name: '天河', query: { year: [2023] } },
    ]);
    expect(await views.list('wang')).toHaveLength(1);
    expect(await views.remove(id, 'wang')).toBe(false);
    expect(await views.remove(id, 'li')).toBe(true);
  });

  test('settings outlast a restart; what a person sets is in the audit log', async () => {
    const { store, reopen } = await stores.open();
    await store.settings.set('queue/check', { paused: true }, 'li');
    await store.settings.set('schedule/tianhe', 5);
    const again = await reopen();
    expect(await again.settings.get('queue/check')).toEqual({ paused: true });
    expect([...(await again.settings.under('schedule/'))]).toEqual([['schedule/tianhe', 5]]);
    expect(await again.settings.get('unknown')).toBeUndefined();
    expect(await again.audit.list()).toMatchObject([{ who: 'li', subject: 'queue/check' }]);
  });

  test('workers are listed while they show themselves', async () => {
    const { store, pass, now } = await stores.open();
    const worker = { host: 'a', pid: 7, queues: ['check'], startedAt: now(), doing: ['ab'] };
    await store.workers.beat({ id: 'a-7', ...worker });
    await store.workers.beat({ id: 'a-8', ...worker });
    pass(60_000);
    await store.workers.beat({ id: 'a-7', ...worker, doing: [] });
    expect(await store.workers.list(30_000)).toMatchObject([{ id: 'a-7', doing: [], engine: '1.0.0' }]);
    await store.workers.leave('a-7');
    expect(await store.workers.list(3_600_000)).toMatchObject([{ id: 'a-8' }]);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkResultSchema } from '../../../model/result.ts';
import { apiRoutes } from '../../../review/api/routes.ts';
import { addDocument, addSample, type ReviewServer, sampleBytes, startReview } from '../review-server.ts';
import { createVisitor } from '../visitor.ts';
import { createProgram, type Program, posted, programWith } from './program.ts';

let server: ReviewServer;
let viewer: Program;
let auditor: Program;
let admin: Program;
let moved: string;
let arrivals = 0;

beforeAll(async () => {
  server = await startReview({
    onArrival: () => {
      arrivals += 1;
    },
  });
  moved = await addSample(server.store, 'department-moved-cells.txt');
  await addSample(server.store, 'department-cut-off.txt');
  await addDocument(server.store, 'notice.txt', Buffer.from('关于开展绩效自评工作的通知'));
  viewer = await createProgram(server, 'viewer');
  auditor = await createProgram(server, 'auditor');
  admin = await createProgram(server, 'admin');
});

afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** Follows `next` to the end of a list. */
async function everything(program: Program, path: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let next: unknown = '', pages = 0; next !== null && pages < 100; pages += 1) {
    const mark = next === '' ? '' : `&after=${encodeURIComponent(String(next))}`;
    const page = await program.json(`${path}${mark}`);
    items.push(...(page.items as Record<string, unknown>[]));
    next = page.next;
  }
  return items;
}

describe('the description', () => {
  test('is for anyone and has every route of the interface, and nothing else', async () => {
    const described = await programWith(server.origin, {}).json('/openapi.json');
    expect(described.openapi).toBe('3.1.0');
    const paths = described.paths as Record<string, Record<string, { responses: object }>>;
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = apiRoutes({ store: server.store, signOff: 'one' }).map(
      ({ method, path }) => `${method} ${path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(operations.toSorted()).toEqual(routes.toSorted());
    expect(routes.length).toBeGreaterThan(15);
  });

  test('names parameters, bodies, answers and problems by their schemas', async () => {
    const described = JSON.stringify(await viewer.json('/openapi.json'));
    const { paths } = JSON.parse(described);
    const names = paths['/findings'].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['code', 'severity', 'state', 'search', 'after', 'limit']));
    const ruling = paths['/findings/{fingerprint}/decision'].post.requestBody.content['application/json'];
    expect(ruling.schema.properties.verdict.enum).toEqual(['confirm', 'dismiss', 'needs-source']);
    expect(paths['/documents/{sha256}/result'].get.responses['200'].content).toHaveProperty(
      'application/json',
    );
    expect(described).not.toContain('"$schema"');
  });
});

describe('who may do what', () => {
  test('without a token, or with one that is not known, nothing is told', async () => {
    for (const headers of [
      {},
      { authorization: `Bearer ${'A'.repeat(43)}` },
      { authorization: 'Bearer x' },
    ]) {
      const answer = await programWith(server.origin, headers).ask('/findings');
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 401, code: 'api/sign-in' });
    }
  });

  test('every route asks for the role that the table names', async () => {
    const programs = { viewer, auditor, admin };
    const ranks = ['anyone', 'viewer', 'auditor', 'admin'];
    for (const { method, path, access } of apiRoutes({ store: server.store, signOff: 'one' })) {
      const asked = path.replace('/api/v1', '').replace(/:\w+/g, '0');
      for (const [role, program] of Object.entries(programs)) {
        const answer = await program.ask(asked, { method });
        await answer.arrayBuffer();
        const isAllowed = ranks.indexOf(role) >= ranks.indexOf(access);
        expect(answer.status === 403, `${role} ${method} ${path}`).toBe(!isAllowed);
      }
    }
  });

  test('a browser’s session may read, and changes nothing without the token of a page', async () => {
    const visitor = createVisitor(server.origin);
    await visitor.get(server.entrance.slice(server.origin.length));
    expect((await visitor.get('/api/v1/status')).status).toBe(200);
    const cookie = `fuhe_session=${visitor.cookie('fuhe_session')}`;
    const changing = apiRoutes({ store: server.store, signOff: 'one' }).filter(
      ({ method }) => method !== 'GET',
    );
    expect(changing.length).toBeGreaterThan(5);
    for (const { method, path } of changing) {
      const place = `${server.origin}${path.replace(/:\w+/g, '0')}`;
      const headers = { cookie, origin: 'http://evil.example', 'content-type': 'text/plain' };
      const answer = await fetch(place, { method, headers });
      expect(await answer.json(), `${method} ${path}`).toMatchObject({ status: 403, code: 'api/forged' });
    }
  });

  test('somebody makes, sees and revokes tokens of their own, none above their role, none by a token', async () => {
    const { accounts } = server.store;
    const attempt = await viewer.ask('/tokens', posted({ name: 'x', role: 'viewer' }));
    expect(attempt.status).toBe(403);
    const mine = (await viewer.json('/tokens')).items as { id: number; name: string }[];
    expect(mine.map(({ name }) => name)).toEqual(['test']);
    expect((await auditor.ask(`/tokens/${mine[0]?.id}`, { method: 'DELETE' })).status).toBe(404);
    const gone = await createProgram(server, 'viewer');
    const [token] = (await gone.json('/tokens')).items as { id: number }[];
    expect(await gone.json(`/tokens/${token?.id}`, { method: 'DELETE' })).toEqual({ revoked: true });
    expect((await gone.ask('/status')).status).toBe(401);
    expect((await accounts.users()).length).toBeGreaterThan(3);
  });
});

describe('documents and results', () => {
  test('all of them, page by page', async () => {
    const documents = await everything(viewer, '/documents?limit=1');
    expect(documents.map(({ name }) => name)).toEqual([
      'department-moved-cells.txt',
      'department-cut-off.txt',
      'notice.txt',
    ]);
    expect(documents.map(({ status }) => status)).toEqual(['checked', 'checked', 'no-assessment']);
  });

  test('one, found by its name, with where it came from', async () => {
    const found = await viewer.json('/documents/search?text=moved');
    expect(found.items).toMatchObject([{ sha256: moved }]);
    const document = await viewer.json(`/documents/${moved}`);
    expect(document).toMatchObject({ origins: [{ origin: { kind: 'upload' } }], tags: [] });
  });

  test('a result as check writes it, and nothing again while it is the same', async () => {
    const answer = await viewer.ask(`/documents/${moved}/result`);
    expect(checkResultSchema.safeParse(await answer.json()).success).toBe(true);
    const tag = answer.headers.get('etag') ?? '';
    const again = await viewer.ask(`/documents/${moved}/result`, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await viewer.ask(`/documents/${moved}/result`, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    expect((await viewer.json(`/documents/${moved}/results`)).items).toMatchObject([{ status: 'checked' }]);
  });

  test('the original comes as an attachment that runs nothing', async () => {
    const answer = await viewer.ask(`/documents/${moved}/original`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(moved);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('what is not there is a problem with a code, whatever it is called', async () => {
    for (const path of [
      '/documents/0',
      '/documents/%2e%2e%2f',
      '/findings/0',
      '/nowhere',
      '/documents/0/result',
    ])
      expect(await (await viewer.ask(path)).json(), path).toMatchObject({ code: 'api/unknown', status: 404 });
  });
});

describe('uploads', () => {
  test('a file is taken in once, under its name, and the work is told', async () => {
    const upload = () =>
      auditor.ask('/documents?name=%E8%87%AA%E8%AF%84%E8%A1%A8.txt&tag=2023', {
        method: 'POST',
        body: Buffer.from(sampleBytes('project-hubei.txt')),
      });
    const before = arrivals;
    const first = await upload();
    expect([first.status, (await upload()).status]).toEqual([201, 200]);
    expect(arrivals).toBe(before + 2);
    const { sha256 } = (await first.json()) as { sha256: string };
    expect(await viewer.json(`/documents/${sha256}`)).toMatchObject({
      name: '自评表.txt',
      status: 'waiting',
      tags: ['2023'],
      origins: [1, 2].map(() => ({ origin: { kind: 'upload', by: expect.stringContaining('program-') } })),
    });
  });
});

describe('findings and decisions', () => {
  test('are narrowed, sorted and paged without a gap or a repetition', async () => {
    const all = await everything(viewer, '/findings?limit=1000');
    const paged = await everything(viewer, '/findings?limit=1');
    expect(paged.map(({ fingerprint }) => fingerprint)).toEqual(all.map(({ fingerprint }) => fingerprint));
    expect(all.length).toBeGreaterThan(3);
    const errors = await everything(viewer, '/findings?severity=error&severity=warning&affectsGrade=1');
    expect(errors.length).toBeLessThan(all.length);
    for (const { severity, affectsGrade } of errors) {
      expect(['error', 'warning']).toContain(severity);
      expect(affectsGrade).toBe(true);
    }
  });

  test('what is not understood is said by parameter', async () => {
    const answer = await viewer.ask('/findings?severity=grave&limit=0&colour=red');
    expect(answer.status).toBe(400);
    const { code, errors } = (await answer.json()) as { code: string; errors: { at: string }[] };
    expect(code).toBe('api/not-understood');
    expect(errors.map(({ at }) => at).toSorted()).toEqual(['', 'limit', 'severity.0']);
  });

  test('a finding is decided, its history kept, and the decision taken back', async () => {
    const [finding] = await everything(viewer, '/findings?sort=severity&limit=1');
    const path = `/findings/${finding?.fingerprint}`;
    const missing = await auditor.ask(`${path}/decision`, posted({ verdict: 'dismiss' }));
    expect(missing.status).toBe(400);
    const ruling = { verdict: 'dismiss', reason: 'rounding', note: '两位小数' };
    expect(await auditor.json(`${path}/decision`, posted(ruling))).toMatchObject({ after: 'dismissed' });
    expect(await viewer.json(path)).toMatchObject({ state: 'dismissed' });
    const decided = await viewer.json(`/documents/${finding?.sha256}/decisions`);
    expect(decided.items).toMatchObject([{ verdict: 'dismiss', reason: 'rounding', note: '两位小数' }]);
    expect(await auditor.json(`${path}/signature`, { method: 'POST' })).toMatchObject({ outcome: 'nothing' });
    expect(await auditor.json(`${path}/decision`, { method: 'DELETE' })).toMatchObject({ after: 'open' });
    const history = await viewer.json(`${path}/history`);
    expect(history.items).toMatchObject([{ act: 'decide' }, { act: 'undo' }]);
  });
});

describe('status', () => {
  test('says what waits, by stage, and what was told to others', async () => {
    const status = await viewer.json('/status');
    expect(status.stages).toContainEqual(
      expect.objectContaining({ stage: 'check', state: 'done', count: 3 }),
    );
    await server.store.webhooks.spread(['audit']);
    const [delivery] = await everything(admin, '/webhook/deliveries?limit=1');
    expect(delivery).toMatchObject({ hook: 'audit', state: 'waiting', attempts: 0, error: null });
    const retry = await admin.ask(`/webhook/deliveries/${delivery?.id}/retry`, { method: 'POST' });
    expect(retry.status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDocument, addSample, type ReviewServer, startReview } from './review-server.ts';
import { createVisitor, type Visitor } from './visitor.ts';

let server: ReviewServer;
let visitor: Visitor;
let clean: string;
let shandong: string;

beforeAll(async () => {
  server = await startReview({ hosts: ['fuhe.example.cn'] });
  clean = await addSample(server.store, 'department-moved-cells.txt');
  shandong = await addSample(server.store, 'project-shandong.pdf');
  visitor = createVisitor(server.origin);
  await visitor.get(server.entrance.slice(server.origin.length));
});

afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

describe('the way in without accounts', () => {
  test('the one-time address opens the pages, once', async () => {
    const other = createVisitor(server.origin);
    expect((await visitor.get('/')).status).toBe(200);
    expect((await other.get(server.entrance.slice(server.origin.length))).status).toBe(401);
    expect((await other.get('/')).status).toBe(401);
  });

  test('a secret that was in the browser before is not the one that is let in', async () => {
    const fresh = await startReview();
    const victim = createVisitor(fresh.origin);
    await victim.get('/');
    const planted = victim.cookie('fuhe_session');
    await victim.get(fresh.entrance.slice(fresh.origin.length));
    expect(victim.cookie('fuhe_session')).not.toBe(planted);
    const attacker = createVisitor(fresh.origin, `fuhe_session=${planted}`);
    expect((await attacker.get('/')).status).toBe(401);
    await fresh.close();
  });
});

describe('every answer', () => {
  test('forbids inline code, frames and sniffing', async () => {
    for (const path of ['/', '/nowhere', `/documents/${clean}/original`, '/assets/style.css']) {
      const { headers } = await visitor.get(path);
      expect(headers.get('content-security-policy'), path).toMatch(/default-src '(?:self|none)'/);
      expect(headers.get('content-security-policy'), path).not.toMatch(/unsafe/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  test('holds no inline script, style or handler', async () => {
    for (const path of ['/', '/documents', `/documents/${clean}`, `/documents/${shandong}`]) {
      const { text } = await visitor.get(path);
      expect(text, path).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/i);
    }
  });

  test.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'evil.example:8470',
    'localhost.',
    '127.0.0.1,evil.example',
  ])('to a request for the host “%s” is a refusal', async (host) => {
    expect((await visitor.get('/', { host })).status).toBe(421);
  });

  test.each(['localhost', '127.0.0.1:9', '[::1]:8470', 'FUHE.example.cn'])(
    'to a request for the host “%s” is a page',
    async (host) => {
      expect((await visitor.get('/', { host })).status).toBe(200);
    },
  );
});

describe('a form', () => {
  const fields = { language: 'en', back: '/' };

  test('that comes with the token of its page is taken', async () => {
    const answer = await visitor.post('/look', fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect((await visitor.get('/')).text).toContain('Findings');
    await visitor.post('/look', { language: 'zh', back: '/' });
  });

  test.each([
    ['without a token', {}, { form_token: '' }],
    ['with a token of another page', {}, { form_token: 'A'.repeat(43) }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, {}],
    ['from a neighbour', { 'sec-fetch-site': 'same-site' }, {}],
    ['with another origin', { origin: 'http://evil.example' }, {}],
    ['with no origin to tell', { origin: 'null' }, {}],
  ])('%s is refused', async (_, headers, changed) => {
    expect((await visitor.post('/look', { ...fields, ...changed }, headers)).status).toBe(403);
  });

  test('never leads away from here', async () => {
    for (const back of [
      '//evil.example',
      '/\\evil.example',
      'http://evil.example/',
      '/a\nb',
      'javascript:1',
    ]) {
      expect((await visitor.post('/look', { ...fields, back })).headers.get('location'), back).toBe('/');
    }
    await visitor.post('/look', { language: 'zh', back: '/' });
  });

  test('larger than any of ours is not read', async () => {
    const answer = await visitor.post('/look', { ...fields, back: '/'.padEnd(1_200_000, 'a') });
    expect(answer.status).toBe(413);
  });
});

describe('an original', () => {
  test('comes as it is, to be kept and never to be shown', async () => {
    const answer = await visitor.get(`/documents/${shandong}/original`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.text.slice(0, 5)).toBe('%PDF-');
  });

  test.each([
    '/documents/../../etc/passwd',
    '/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd/original',
    `/documents/${'0'.repeat(64)}/original`,
    '/assets/browser/..%2f..%2fpackage.json',
    '/assets/pdfjs/build/..%2f..%2fpackage.json',
    '/assets/pdfjs/build/pdf.sandbox.min.mjs',
    '/assets/browser/tsconfig.json',
  ])('is nowhere else: %s', async (path) => {
    const answer = await visitor.get(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('root:');
  });
});

test('what a document says stands in the pages as text, whatever it says', async () => {
  const name = '</title><script>alert(1)</script>=cmd|\u202etxt.exe';
  const bytes = Buffer.from(
    [
      '部门整体支出绩效自评表',
      '（2023年度）',
      '部门名称\t<img src=x onerror=alert(1)>局',
      '一级指标\t二级指标\t三级指标\t分值\t自评得分\t评分依据',
      '履职\t效能\t"><script>alert(2)</script>\t50\t60\t=HYPERLINK("http://evil")\u202e',
      '管理\t预算\t支出率\t50\t40\t无',
      '总分\t\t\t100\t90\t',
    ].join('\n'),
  );
  const sha256 = await addDocument(server.store, name, bytes);
  for (const path of ['/?state=any', '/documents', `/documents/${sha256}`]) {
    const { text } = await visitor.get(path);
    expect(text, path).not.toMatch(/<script>|<img src=x|\u202e/);
  }
  expect((await visitor.get(`/documents/${sha256}`)).text).toContain('&lt;script&gt;alert(2)');
  expect((await visitor.get('/documents')).text).toContain('[U+202E]');
});

test('what could not be read says why, in the list of uploads and on its page', async () => {
  const sha256 = await addDocument(server.store, '损坏.pdf', Buffer.from('%PDF-1.7 broken'));
  for (const path of ['/upload', `/documents/${sha256}`])
    expect((await visitor.get(path)).text, path).toContain('PDF 文件已损坏');
});

test('how the figures of a scan were read stands with the finding that rests on them', async () => {
  const scan = await addSample(server.store, 'department-sealed-scan.pdf');
  const stored = await server.store.results.current(scan);
  const findings = stored?.assessments.flatMap((assessment) => assessment.findings) ?? [];
  expect(findings.some(({ recognised }) => (recognised?.length ?? 0) > 0)).toBe(true);
  const { text } = await visitor.get(`/documents/${scan}`);
  expect(text).toContain('由图像识别');
  expect(text).not.toContain('data:image');
  expect(text).toContain('data-source="pdf"');
  expect(text.match(/class="box cell/g)?.length).toBeGreaterThan(20);
});

describe('the work list', () => {
  test('lists what waits, with counts of what it can be narrowed by', async () => {
    const { text } = await visitor.get('/');
    expect(text).toContain('缺少得分，总分无法核实');
    expect(text).toContain('98.15');
  });

  test('is narrowed by facets and words, and says so when nothing fits', async () => {
    expect((await visitor.get('/?code=score/missing')).text).not.toContain('98.15');
    expect((await visitor.get('/?search=project-shandong')).text).toContain('98.15');
    expect((await visitor.get('/?search=没有这样的单位')).text).toContain('没有符合条件的疑点');
    expect((await visitor.get('/?state=confirmed&severity=nonsense')).text).toContain('没有符合条件的疑点');
  });
});

test('the document page shows every row of its table, in the language that was chosen', async () => {
  const { text } = await visitor.get(`/documents/${clean}`);
  expect(text.match(/<tr class="row"/g)).toHaveLength(26);
  expect(text).toContain('若财务管理合规性 = 1.5，则与总分相符');
  await visitor.post('/look', { language: 'en', back: '/' });
  expect((await visitor.get(`/documents/${clean}`)).text).toContain('Recomputed');
  await visitor.post('/look', { language: 'zh', back: '/' });
});

describe('an export', () => {
  test('of one document, of a list and of selected findings is a file to keep', async () => {
    const one = await visitor.get(`/export?format=ndjson&document=${shandong}`);
    expect(one.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(JSON.parse(one.text)).toMatchObject({ sha256: shandong });
    const listed = await visitor.get('/export?format=ndjson&search=project-shandong');
    expect(JSON.parse(listed.text)).toMatchObject({ sha256: shandong });
    const all = await visitor.get('/export?format=ndjson&state=any');
    expect(all.text.trimEnd().split('\n').length).toBe((await server.store.documents.find('')).length);
    const [finding] = (await server.store.findings.list({ filter: { sha256: shandong } })).findings;
    const chosen = await visitor.post('/export', { format: 'ndjson', finding: finding?.fingerprint ?? '' });
    expect(JSON.parse(chosen.text)).toMatchObject({ sha256: shandong });
  });

  test('of a kind that there is not says so as a page', async () => {
    const answer = await visitor.get('/export?format=pdf');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([400, null]);
    expect(answer.text).toContain('没有这种导出格式');
  });
});

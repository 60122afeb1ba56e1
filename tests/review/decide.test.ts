import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListedFinding } from '../../store/findings/work-list.ts';
import { addSample, enter, type ReviewServer, startReview } from './review-server.ts';
import type { Visitor } from './visitor.ts';

let server: ReviewServer;
let visitor: Visitor;
let clean: string;
let shandong: string;
let finding: ListedFinding;

const part = { 'x-part': 'yes' };

async function findingOf(sha256: string): Promise<ListedFinding> {
  const { findings } = await server.store.findings.list({ filter: { sha256 } });
  if (findings[0] === undefined) throw new Error('the sample has a finding');
  return findings[0];
}

const stateNow = async () => (await server.store.findings.get(finding.fingerprint))?.state;

beforeAll(async () => {
  server = await startReview();
  clean = await addSample(server.store, 'department-clean.txt');
  shandong = await addSample(server.store, 'project-shandong.pdf');
  visitor = await enter(server);
  finding = await findingOf(shandong);
});

afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

describe('a decision', () => {
  test('is kept, shown with who said it, and taken back', async () => {
    const decided = await visitor.post(
      `/findings/${finding.fingerprint}/decide`,
      { verdict: 'confirm' },
      part,
    );
    expect([decided.status, decided.text.startsWith('<li class="card')]).toEqual([200, true]);
    expect(decided.text).toContain('● 属实');
    expect(await stateNow()).toBe('confirmed');
    expect((await visitor.get('/')).text).not.toContain('98.15');
    const undone = await visitor.post(`/findings/${finding.fingerprint}/undo`, {}, part);
    expect(undone.text).toContain('○ 待复核');
    expect(await stateNow()).toBe('open');
  });

  test('to dismiss needs a reason', async () => {
    const path = `/findings/${finding.fingerprint}/decide`;
    expect((await visitor.post(path, { verdict: 'dismiss' }, part)).status).toBe(400);
    const dismissed = await visitor.post(path, { verdict: 'dismiss', reason: 'misread', note: '页脚' }, part);
    expect(dismissed.text).toContain('读取有误 · 页脚');
    await visitor.post(`/findings/${finding.fingerprint}/undo`, {});
  });

  test('without a script leads back to its finding', async () => {
    const answer = await visitor.post(`/findings/${finding.fingerprint}/decide`, { verdict: 'needs-source' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/documents/${shandong}#finding-${finding.fingerprint}`,
    ]);
    await visitor.post(`/findings/${finding.fingerprint}/undo`, {});
  });

  test('for many findings of one cause is made at once', async () => {
    const { findings } = await server.store.findings.list({});
    for (const { fingerprint } of findings)
      await visitor.post('/findings/bulk', { finding: fingerprint, verdict: 'take', back: '/' });
    expect((await server.store.findings.get(finding.fingerprint))?.assignee).toBe('local');
    const bulk = await visitor.post('/findings/bulk', {
      finding: finding.fingerprint,
      verdict: 'dismiss',
      reason: 'rounding',
      back: '/?state=any',
    });
    expect(bulk.headers.get('location')).toBe('/?state=any');
    expect(await stateNow()).toBe('dismissed');
    await visitor.post(`/findings/${finding.fingerprint}/undo`, {});
  });

  test('about a finding that is no more says so', async () => {
    expect((await visitor.post('/findings/none/decide', { verdict: 'confirm' }, part)).status).toBe(409);
  });
});

test('what is remarked stands with its finding, as text', async () => {
  const path = `/findings/${finding.fingerprint}/comment`;
  expect((await visitor.post(path, { text: '  ' }, part)).status).toBe(400);
  const card = await visitor.post(path, { text: '已电话核实 <b>1</b>' }, part);
  expect(card.text).toContain('已电话核实 &lt;b&gt;1&lt;/b&gt;');
});

test('a second person signs, where two are asked for', async () => {
  const strict = await startReview({ signOff: 'two' });
  const sha256 = await addSample(strict.store, 'project-shandong.pdf');
  const { findings } = await strict.store.findings.list({ filter: { sha256 } });
  const local = await enter(strict);
  const fingerprint = findings[0]?.fingerprint ?? '';
  const proposed = await local.post(`/findings/${fingerprint}/decide`, { verdict: 'confirm' }, part);
  expect(proposed.text).toContain('local 提出，待另一人会签');
  expect((await local.post(`/findings/${fingerprint}/sign`, {}, part)).status).toBe(409);
  await strict.close();
});

describe('a correction', () => {
  const scoreOfRow16 = () => ({ assessment: `${clean}#1`, subject: 'r16', field: 'selfScore' });

  test('is asked for beside what was read', async () => {
    const query = new URLSearchParams(scoreOfRow16());
    const form = await visitor.get(`/documents/${clean}/correct?${query}`, part);
    expect(form.text).toContain('程序读作</span> <b>2</b>');
    expect((await visitor.get(`/documents/${clean}/correct?${query}`)).text).toContain('<!doctype html>');
  });

  test('changes the verdict at once, shows both readings, and is taken back', async () => {
    const before = await server.store.results.current(clean);
    expect(before?.assessments[0]?.total.verdict).toBe('agrees');
    const record = await visitor.post(
      `/documents/${clean}/corrections`,
      { ...scoreOfRow16(), value: '3', why: '原件第 3 页' },
      part,
    );
    expect(record.text).toContain('<del>2</del>');
    expect(record.text).toContain('总分与各行得分之和不符');
    const after = await server.store.results.current(clean);
    expect(after?.assessments[0]?.total.verdict).toBe('disagrees');
    expect((await server.store.findings.list({ filter: { sha256: clean } })).findings.length).toBeGreaterThan(
      0,
    );
    const back = await visitor.post(`/documents/${clean}/take-back`, scoreOfRow16(), part);
    expect(back.text).not.toContain('<del>');
    expect((await server.store.results.current(clean))?.assessments).toEqual(before?.assessments);
  });

  test.each([
    [{ value: '三分' }, 400],
    [{ value: '' }, 400],
    [{ value: '3', subject: 'r99' }, 409],
    [{ value: '3', field: 'sha256' }, 409],
    [{ value: '3', assessment: 'nothing' }, 409],
  ])('that means nothing is refused: %o', async (changed, status) => {
    const answer = await visitor.post(
      `/documents/${clean}/corrections`,
      { ...scoreOfRow16(), ...changed },
      part,
    );
    expect(answer.status).toBe(status);
    expect(await server.store.corrections.of(clean)).toEqual([]);
  });
});

test('conditions are kept under a name, and forgotten again', async () => {
  await visitor.post('/views', {
    name: '执行率',
    query: 'state=any&code=budget/execution-score-mismatch&evil=1',
  });
  const [view] = await server.store.views.list('local');
  expect(view?.query).toBe('code=budget%2Fexecution-score-mismatch&state=any');
  expect((await visitor.get('/')).text).toContain('执行率</a>');
  await visitor.post('/views/remove', { id: String(view?.id) });
  expect(await server.store.views.list('local')).toEqual([]);
});

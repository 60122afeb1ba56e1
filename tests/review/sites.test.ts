import { expect, test } from 'vitest';
import { noTotals } from '../../crawl/memory/no-totals.ts';
import { enter, startReview } from './review-server.ts';

const attack = '</td><script>alert(1)</script>\u202e"友情链接';

test('the page of sites tells how crawls went and why addresses were left alone, whatever they are called', async () => {
  const server = await startReview({ sites: ['天河区财政局', '海珠区财政局'] });
  const visitor = await enter(server);
  const { crawl } = server.store;
  const address = { key: 'a', url: `http://www.tianhe.gov.cn/${attack}`, label: attack };
  const run = await crawl.openRun('天河区财政局');
  await crawl.record(run, {
    address,
    entry: {},
    outcome: 'refused',
    reason: 'http/timeout',
    detail: { zh: '网站没有应答', en: 'the site did not answer' },
    found: [],
    skipped: [{ ...address, key: 'b', reason: 'crawl/off-site' }],
  });
  const totals = { ...noTotals, pages: 12, files: 7, newDocuments: 2, changedDocuments: 1, skipped: 31 };
  await crawl.closeRun(run.id, { finishedAt: '2026-01-05T12:00:00.000Z', outcome: 'budget', totals });
  const { text } = await visitor.get(`/operation/sites?site=${encodeURIComponent('天河区财政局')}`);
  for (const said of ['预算用完', '>12<', '>7<', '>3<', '>31<', '网站没有应答', '不在站点列出的主机内'])
    expect(text).toContain(said);
  expect(text).not.toMatch(/<script(?![^>]* src=)|\u202e/);
  expect(text).toContain('[U+202E]');
  const other = await visitor.get(`/operation/sites?site=${encodeURIComponent('海珠区财政局')}`);
  expect(other.text).toContain('还没有巡查完过');
  await visitor.post('/look', { language: 'en', back: '/' });
  expect((await visitor.get('/operation/sites')).text).toContain('the site did not answer');
  expect(server.faults).toEqual([]);
  await server.close();
});

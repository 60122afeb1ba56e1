import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../model/result.ts';
import { type HtmlReportSettings, htmlReport } from '../../reports/html/html-report.ts';
import { html } from '../../reports/html/markup.ts';
import { decisionOf, hostileDecisionOf } from './decisions.ts';
import { allResults, hostile, mismatch, result, undetermined } from './results.ts';

async function pagesOf(results: readonly CheckResult[], changes: Partial<HtmlReportSettings> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-html-'));
  const report = htmlReport({ folder, language: 'zh', ...changes });
  for (const one of results) await report.write(one);
  await report.finish('complete');
  const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  rmSync(folder, { recursive: true });
  return { index, names: names.toSorted(), page: load(index) };
}

describe('html', () => {
  test('escapes what is inserted and keeps markup', () => {
    const inner = html`<b>${'<i>"&\''}</b>`;
    expect(html`<p title="${'"x'}">${inner}${[null, undefined, 3]}</p>`.source).toBe(
      '<p title="&quot;x"><b>&lt;i&gt;&quot;&amp;&#39;</b>3</p>',
    );
  });
});

describe('htmlReport', () => {
  test('shows the pictures of figures that were recognised, and no other pictures', async () => {
    const [assessment] = mismatch.assessments;
    const [finding] = assessment?.findings ?? [];
    if (assessment === undefined || finding === undefined) throw new Error('no finding');
    const figure = {
      text: '96.8',
      state: 'doubtful',
      engines: ['a', 'b'],
      confidence: 0.4,
      source: {},
    } as const;
    const recognised = [
      { ...figure, readings: ['96.8', '98.8'], crop: 'data:image/png;base64,iVBORw0KGgo=' },
      { ...figure, readings: ['96.8'], crop: 'https://example.org/"><script>' },
    ];
    const findings = [{ ...finding, recognised }];
    const { page } = await pagesOf([{ ...mismatch, assessments: [{ ...assessment, findings }] }]);
    expect(page('.recognised img').length).toBe(page('.recognised').length);
    expect(page('.recognised img').attr('src')).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(page('.recognised').first().text()).toContain('98.8');
    expect(page('script').length).toBe(0);
    expect(page('meta[http-equiv]').attr('content')).toContain('img-src data:');
  });

  test('asks nothing of the network and runs nothing', async () => {
    const { page } = await pagesOf(allResults);
    expect(page('script, iframe, object, embed, link, img, base, form').length).toBe(0);
    expect(page('[src], [onload], [onerror], [onclick]').length).toBe(0);
    const links = page('a')
      .toArray()
      .map((link) => page(link).attr('href') ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !/^#d\d+$/.test(href))).toEqual([]);
  });

  test('shows hostile text as text', async () => {
    const { page, index } = await pagesOf([hostile]);
    expect(page('td').text()).toContain('<script>alert(1)</script>');
    expect(page.text()).toContain('[U+202E]');
    expect(index.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  test('shows the decision on each finding, and none where none is asked for', async () => {
    const reviewed = await pagesOf([mismatch], { decisionOf });
    const decisions = reviewed.page('.decision').toArray();
    const texts = decisions.map((decision) => reviewed.page(decision).text());
    expect(texts).toContain('复核意见：不成立（读取有误） 李四 · 2024-05-06 09:00 UTC · 会签人 王五');
    expect(texts).toContain('复核意见：未复核');
    expect(reviewed.page('.comment').text()).toContain('扫描不清');
    expect((await pagesOf([mismatch])).page('.decision').length).toBe(0);
    const hostileComment = await pagesOf([mismatch], { decisionOf: hostileDecisionOf });
    expect(hostileComment.page('script').length).toBe(0);
    expect(hostileComment.page('.comment').first().text()).toContain('<script>');
  });

  test('holds every document, its verdict in words and its anchor', async () => {
    const { page } = await pagesOf(allResults);
    expect(page('article').length).toBe(allResults.length);
    for (const link of page('main > .scroll a').toArray())
      expect(page(page(link).attr('href') ?? '').length).toBe(1);
    expect(page('#d2 .verdict').text()).toContain('填报总分 95.52，得分合计 93.52，相差 2');
    expect(page('#d4').text()).toContain('pdf/encrypted');
  });

  test('puts a finding beside the row that it concerns', async () => {
    const { page } = await pagesOf([undetermined]);
    const beside = page('tr.beside');
    expect(beside.length).toBe(1);
    expect(beside.prev('tr.row').text()).toContain('绩效结果应用');
    expect(page('.repair').text()).toMatch(/分值.*无.*→.*10.*分值取自上级分值之差/);
  });

  test('draws a segment for each awarded score, the gap and the implied score', async () => {
    const bar = (await pagesOf([mismatch])).page('svg');
    expect(bar.find('rect title').length).toBe(7);
    expect(bar.find('rect[stroke="var(--bad)"]').length).toBe(1);
    const implied = (await pagesOf([undetermined])).page('figure');
    expect(implied.find('rect[fill="url(#hatch)"]').length).toBe(1);
    expect(implied.text()).toContain('推算得分 12');
  });

  test('keeps 1000 documents out of the summary page', async () => {
    const many = Array.from({ length: 1000 }, (_, n) =>
      result({ file: `${n}.pdf`, assessments: n % 50 === 0 ? result().assessments : [] }),
    );
    const { index, names, page } = await pagesOf(many, { inlineCharacters: 20_000 });
    expect(names).toHaveLength(1001);
    expect(names).toContain(path.join('documents', '1000.html'));
    expect(index.length).toBeLessThan(600_000);
    expect(page('main > .scroll a').first().attr('href')).toBe('documents/0001.html');
  });
});

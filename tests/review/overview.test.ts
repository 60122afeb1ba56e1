import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addDocument,
  addSample,
  enter,
  type ReviewServer,
  sampleBytes,
  startReview,
} from './review-server.ts';
import type { Visitor } from './visitor.ts';

let server: ReviewServer;
let visitor: Visitor;
let first: string;
let second: string;

const attack = '</text><script>alert(1)</script>\u202e"局';

beforeAll(async () => {
  server = await startReview();
  visitor = await enter(server);
});

afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

test('an overview of nothing says so and leads to the upload', async () => {
  const { text } = await visitor.get('/overview');
  expect(text).toContain('还没有可以统计的结果');
  expect(text).toContain('<a class="button" href="/upload">');
  expect((await visitor.get('/overview/units')).text).toContain('没有找到单位');
  expect((await visitor.get('/overview/versions')).text).toContain('没有发现同一份自评表的不同版本');
});

describe('with documents', () => {
  beforeAll(async () => {
    first = await addSample(server.store, 'department-clean.txt');
    const revised = new TextDecoder().decode(sampleBytes('department-clean.txt')).replace('93.1%', '93.2%');
    second = await addDocument(server.store, `${attack}.txt`, Buffer.from(revised));
    await addSample(server.store, 'project-shandong.pdf');
  });

  test('it draws what it counts, and holds the same as tables', async () => {
    const { text } = await visitor.get('/overview');
    expect(text.match(/<svg role="img" aria-label="[^"]+"/g)).toHaveLength(10);
    expect(text).toContain('<div class="only-dark">');
    expect(text).toContain('已完成 3 份文件');
    expect(text.match(/<summary>数据表<\/summary>/g)).toHaveLength(5);
  });

  test('a scheme that was chosen is the only one that is drawn', async () => {
    await visitor.post('/look', { theme: 'dark', back: '/' });
    const { text } = await visitor.get('/overview');
    expect(text.match(/<svg role="img"/g)).toHaveLength(5);
    expect(text).not.toContain('only-dark');
    await visitor.post('/look', { theme: 'auto', back: '/' });
  });

  test('it speaks English where that was chosen', async () => {
    await visitor.post('/look', { language: 'en', back: '/' });
    expect((await visitor.get('/overview')).text).toContain('3 documents done');
    await visitor.post('/look', { language: 'zh', back: '/' });
  });

  test('a unit is found and shown over the years', async () => {
    const document = await server.store.documents.get(first);
    const found = await visitor.get(`/overview/units?search=${document?.unit?.slice(0, 4)}`);
    expect(found.text).toContain(encodeURIComponent(document?.unit ?? 'none').slice(0, 20));
    const unit = await visitor.get(`/overview/units?unit=${document?.unit}`);
    expect(unit.text).toContain('1 个年度的填报总分均未见不符');
    expect(unit.text).toContain(`/documents/${second}`);
    expect((await visitor.get('/overview/units?unit=nobody')).status).toBe(404);
  });

  test('versions of one report stand side by side, reached from either document', async () => {
    const page = await visitor.get(`/documents/${first}`);
    const [, address] = /href="(\/overview\/versions[^"]+)"/.exec(page.text) ?? [];
    const { text } = await visitor.get((address ?? '').replaceAll('&amp;', '&'));
    expect(text).toContain('各行得分在各版本间没有变动');
    for (const sha256 of [first, second]) expect(text).toContain(`/documents/${sha256}`);
    expect((await visitor.get('/overview')).text).toContain('2 个版本');
    expect((await visitor.get(`/overview/versions?document=${'0'.repeat(64)}`)).status).toBe(404);
    expect((await visitor.get('/overview/versions?document=../x')).status).toBe(404);
  });

  test('names that would do harm are text in all of it, and nothing is styled or run inline', async () => {
    const unit = `<img src=x onerror=alert(1)>\u202e局`;
    const bytes = Buffer.from(
      [
        '部门整体支出绩效自评表',
        '（2023年度）',
        `部门名称\t${unit}`,
        '一级指标\t二级指标\t三级指标\t分值\t自评得分\t评分依据',
        '履职\t效能\t"><script>alert(2)</script>\t50\t50\t无',
        '管理\t预算\t支出率\t50\t40\t无',
        '总分\t\t\t100\t90\t',
      ].join('\n'),
    );
    const hostile = await addDocument(server.store, 'a.txt', bytes);
    await addDocument(server.store, `${attack}2.txt`, Buffer.concat([bytes, Buffer.from('\n')]));
    const stored = await server.store.documents.get(hostile);
    const addresses = [
      '/overview',
      '/overview/units',
      `/overview/units?search=${encodeURIComponent(attack)}`,
      `/overview/units?unit=${encodeURIComponent(stored?.unit ?? '')}`,
      '/overview/versions',
      `/overview/versions?document=${hostile}`,
    ];
    for (const address of addresses) {
      const { text, status } = await visitor.get(address);
      expect(status, address).toBe(200);
      expect(text, address).not.toMatch(
        /<script(?![^>]* src=)|<style|\sstyle=|<[^>]*\son[a-z]+=|<img|\u202e/i,
      );
    }
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPageReader, type PageReader } from '../../../crawl/reader/page-reader.ts';

let reader: PageReader;
beforeEach(() => {
  reader = openPageReader();
});
afterEach(() => reader.close());

const content = (html: string, as: 'page' | 'data' = 'page') => ({
  as,
  bytes: Buffer.from(html),
  contentType: 'text/html',
  url: 'http://a.test/list/index.html',
});

const refused = { ok: false, refusal: { code: 'crawl/page-limits' } };

/** Every link looks for its place through all the elements around it. */
const deep = content(`${'<div>'.repeat(60_000)}${'<a href="/x.htm">x</a>'.repeat(20_000)}`);

describe('a page reader', () => {
  test('gives title, links and further pages', async () => {
    const page = content(
      '<title>绩效</title><a href="t1.htm">自评</a><script>createPageHTML(3, 0, "index", "html")</script>',
    );
    const read = await reader.read(page);
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: '绩效',
        links: [{ url: 'http://a.test/list/t1.htm', text: '自评' }],
        counted: ['http://a.test/list/index_1.html', 'http://a.test/list/index_2.html'],
      },
    });
  });

  test('reads pages that come at once in their order', async () => {
    const titles = Array.from({ length: 20 }, (_, index) => `第${index}页`);
    const read = await Promise.all(titles.map((title) => reader.read(content(`<title>${title}</title>`))));
    expect(read.map((each) => each.ok && each.value.title)).toEqual(titles);
  });

  test('refuses a page that takes too long, and reads the next', async () => {
    const impatient = openPageReader(300);
    expect(await impatient.read(deep)).toMatchObject(refused);
    await impatient.close();
    // The thread of the next one has all the time it needs to start.
    expect(await reader.read(content('<title>好</title>'))).toMatchObject({
      ok: true,
      value: { title: '好' },
    });
  });

  test('goes on in a new thread after one was stopped', async () => {
    const patient = openPageReader(3_000);
    const [first, second] = await Promise.all([
      patient.read(deep),
      patient.read(content('<title>好</title>')),
    ]);
    expect(first).toMatchObject(refused);
    expect(second).toMatchObject({ ok: true, value: { title: '好' } });
    await patient.close();
  });

  test('refuses a page beyond its size', async () => {
    const large = { ...content(''), bytes: new Uint8Array(8 * 1024 * 1024 + 1) };
    expect(await reader.read(large)).toMatchObject(refused);
  });

  test('is at a loss for words with nothing', async () => {
    expect(await reader.read(content(''))).toMatchObject({ ok: true, value: { title: '', links: [] } });
    expect(await reader.read(content('no json', 'data'))).toMatchObject({ ok: true, value: { links: [] } });
  });
});

import { expect, test } from 'vitest';
import { addChecked, addDocument, begin, finding, pathOrigin, resultOf, urlOrigin } from './arrivals.ts';
import { onBothDatabases } from './databases.ts';

const address = 'http://www.tianhe.gov.cn/2023/report.pdf';

onBothDatabases('documents', (stores) => {
  test('the same bytes from two places are one document with two origins, checked once', async () => {
    const { store, pass, now } = await stores.open();
    const first = await addDocument(store, 'report', { tags: ['天河'] });
    const firstSeen = now();
    pass(1000);
    const second = await addDocument(store, 'report', { origin: urlOrigin(address), priority: 0 });
    expect([first.kind, second.kind]).toEqual(['new', 'known']);
    expect(second.stageId).toBe(first.stageId);
    expect(await store.ledger.due('check')).toMatchObject([{ id: first.stageId, priority: 0 }]);
    expect(await store.documents.origins(first.sha256)).toEqual([
      { origin: pathOrigin('report.txt'), firstSeen, lastSeen: firstSeen, withdrawnAt: undefined },
      { origin: urlOrigin(address), firstSeen: now(), lastSeen: now(), withdrawnAt: undefined },
    ]);
    expect(await store.documents.tags(first.sha256)).toEqual(['天河']);
    expect(await store.documents.get(first.sha256)).toMatchObject({ district: '天河', source: 'path' });
  });

  test('the same place again is the same origin, seen once more', async () => {
    const { store, pass, now } = await stores.open();
    const { sha256 } = await addDocument(store, 'report', { origin: urlOrigin(address) });
    const firstSeen = now();
    pass(86_400_000);
    await addDocument(store, 'report', { origin: urlOrigin(address) });
    expect(await store.documents.origins(sha256)).toMatchObject([{ firstSeen, lastSeen: now() }]);
    expect(await store.documents.get(sha256)).toMatchObject({ district: 'www.tianhe.gov.cn', source: 'url' });
  });

  test('two processes that accept the same bytes at once make one document and one stage', async () => {
    const { store, reopen } = await stores.open();
    const other = await reopen();
    const accepted = await Promise.all(
      [store, other, store, other].map((each, index) =>
        addDocument(each, 'report', { origin: pathOrigin(`${index}.txt`) }),
      ),
    );
    expect(accepted.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    const [first] = accepted;
    expect(await store.ledger.due('check')).toHaveLength(1);
    expect(await store.documents.origins(first?.sha256 ?? '')).toHaveLength(4);
  });

  test('a document is found by hash, by any of its names and by what stands in it', async () => {
    const { store } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding()]], { title: '2023年度自评表（Ａ类）' });
    await addDocument(store, 'report', { origin: urlOrigin(address) });
    await addDocument(store, 'another');
    for (const text of [sha256, sha256.slice(0, 8), 'REPORT.txt', 'tianhe', '某区教育局', '自评表(a类']) {
      expect((await store.documents.find(text)).map((document) => document.sha256)).toEqual([sha256]);
    }
    expect(await store.documents.find('%')).toEqual([]);
    expect(await store.documents.find('_')).toEqual([]);
    expect(await store.documents.find(' ')).toHaveLength(2);
  });

  test('all documents are paged in the order in which they came', async () => {
    const { store, pass } = await stores.open();
    const hashes: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      hashes.push((await addDocument(store, `report ${index}`)).sha256);
      pass(1);
    }
    const first = await store.documents.page(undefined, 3);
    const rest = await store.documents.page(first.at(-1)?.sha256, 3);
    expect([...first, ...rest].map(({ sha256 }) => sha256)).toEqual(hashes);
  });

  test('the list of documents is narrowed by facets and search, and counts what is undecided', async () => {
    const { store, pass } = await stores.open();
    const sha256 = await addChecked(store, 'report', [[finding(), finding({ subject: 'r1' })]]);
    const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
    await store.reviews.decide([fingerprint], { verdict: 'confirm' }, 'li');
    pass(1);
    await addDocument(store, 'waiting', { origin: urlOrigin(address) });
    const { documents, next } = await store.documents.list({ limit: 1 });
    expect(documents).toMatchObject([{ name: '自评表.pdf', status: 'waiting', findings: 0, undecided: 0 }]);
    expect((await store.documents.list({ after: next ?? '' })).documents).toMatchObject([
      { sha256, findings: 2, undecided: 1 },
    ]);
    expect((await store.documents.list({ filter: { year: [0] } })).documents).toHaveLength(1);
    expect(
      (await store.documents.list({ filter: { year: [2023], search: '教育局' } })).documents,
    ).toHaveLength(1);
    expect(await store.documents.count({ status: ['checked', 'waiting'] })).toBe(2);
    expect(await store.documents.facets({ status: ['waiting'] })).toEqual({
      status: [
        { value: 'checked', count: 1 },
        { value: 'waiting', count: 1 },
      ],
      district: [{ value: 'www.tianhe.gov.cn', count: 1 }],
      source: [{ value: 'url', count: 1 }],
      year: [{ value: 0, count: 1 }],
      form: [{ value: '', count: 1 }],
    });
  });

  test('the same report with other bytes is a version of it; another project is not', async () => {
    const { store, pass } = await stores.open();
    const first = await addChecked(store, 'first', [[]]);
    pass(1);
    const second = await addChecked(store, 'second', [[], []], { unit: '某市某区 教育局' });
    pass(1);
    await addChecked(store, 'project', [[]], { form: 'project', project: '校舍维修' });
    await addChecked(store, 'unread', [[]], { unit: null });
    const [group] = await store.documents.versions(first);
    expect(group?.versions.map(({ sha256, number }) => [sha256, number])).toEqual([
      [first, 1],
      [second, 1],
      [second, 2],
    ]);
    expect(group?.versions[0]).toMatchObject({
      printedTotal: '93.52',
      printedGrade: '优',
      name: 'first.txt',
    });
    expect(await store.documents.versions(second)).toHaveLength(2);
  });

  test('two versions are compared by what they print', async () => {
    const { store } = await stores.open();
    const first = await addChecked(store, 'first', [[]]);
    const second = await addChecked(store, 'second', [[]], {
      grade: { printed: '良', expected: '良', verdict: 'agrees', bands: 'document' },
    });
    const versions = [
      { sha256: first, number: 1 },
      { sha256: second, number: 1 },
    ];
    const table = await store.results.compare(versions);
    expect(table?.grades).toEqual(['优', '良']);
    expect(table?.rows.every(({ change }) => change === 'same')).toBe(true);
    expect(await store.results.compare([...versions, { sha256: second, number: 2 }])).toBe(undefined);
  });

  test('a document is withdrawn once no address has it any more, and back when one has it again', async () => {
    const { store, now } = await stores.open();
    const { sha256 } = await addDocument(store, 'report', { origin: urlOrigin(address) });
    await addDocument(store, 'report', { origin: urlOrigin(`${address}?copy`) });
    expect(await store.documents.withdraw(address)).toEqual([]);
    expect(await store.documents.withdraw(`${address}?copy`)).toEqual([sha256]);
    expect(await store.documents.get(sha256)).toMatchObject({ withdrawnAt: now() });
    await addDocument(store, 'report', { origin: urlOrigin(address) });
    expect(await store.documents.get(sha256)).toMatchObject({ withdrawnAt: undefined });
  });

  test('every current result is given once, however many there are', async () => {
    const { store } = await stores.open();
    const hashes: string[] = [];
    for (let index = 0; index < 51; index += 1) hashes.push(await addChecked(store, `report ${index}`, [[]]));
    const { sha256, stageId } = await addDocument(store, 'again');
    const lease = await begin(store, stageId);
    await store.ledger.finish(lease, {
      result: resultOf(sha256, [[]]),
      corrected: resultOf(sha256, [[finding()]]),
    });
    const given: (string | null)[] = [];
    for await (const result of store.results.all()) given.push(result.sha256);
    expect(given).toEqual([...hashes, sha256].sort());
    expect(await store.documents.assessments({ years: [2023] })).toHaveLength(52);
    expect(await store.documents.assessments({ unit: '别的单位' })).toEqual([]);
  });
});

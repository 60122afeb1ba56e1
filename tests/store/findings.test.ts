import { expect, test } from 'vitest';
import type { WorkListFilter, WorkListQuery, WorkListSort } from '../../store/findings/work-list.ts';
import type { Store } from '../../store/open-store.ts';
import { addChecked, addDocument, finding, urlOrigin } from './arrivals.ts';
import { onBothDatabases } from './databases.ts';

const found = [
  finding({ printed: '96.8', recomputed: '95.5' }),
  finding({ code: 'score/above-max', subject: 'r1', printed: '21', recomputed: '20', affectsGrade: false }),
  finding({ code: 'score/missing', subject: 'r2', printed: null, recomputed: '2', affectsGrade: false }),
  finding({ code: 'grade/missing', severity: 'info', subject: 'grade', printed: null, recomputed: '优' }),
  finding({
    code: 'score/unexplained-loss',
    severity: 'warning',
    subject: 'r5',
    printed: '8',
    recomputed: '10',
  }),
];

/** Two documents of two units and years, with all of the findings and with the first one. */
async function fill(store: Store, pass: (milliseconds: number) => void): Promise<readonly [string, string]> {
  const one = await addChecked(store, 'one', [found]);
  pass(1000);
  await addDocument(store, 'two', { origin: urlOrigin('http://www.haizhu.gov.cn/two.pdf') });
  const two = await addChecked(store, 'two', [found.slice(0, 1)], { unit: '海珠区民政局', year: 2022 });
  return [one, two];
}

async function walk(store: Store, query: WorkListQuery): Promise<readonly string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await store.findings.list({ ...query, limit: 2, ...(after !== undefined && { after }) });
    seen.push(...page.findings.map(({ fingerprint }) => fingerprint));
    after = page.next;
  } while (after !== undefined);
  return seen;
}

onBothDatabases('work list', (stores) => {
  test('a finding carries what a reviewer needs to see in a list', async () => {
    const { store, now } = await stores.open();
    const sha256 = await addChecked(store, 'one', [found]);
    const [first, second] = (await store.findings.list({ sort: 'document' })).findings;
    expect(first).toMatchObject({
      sha256,
      assessment: `${sha256}#1`,
      index: 0,
      code: 'total/mismatch',
      printed: '96.8',
      recomputed: '95.5',
      difference: '1.3',
      affectsGrade: true,
      message: { zh: '合计不一致', en: 'the total disagrees' },
      place: { page: 2, row: 10 },
      unit: '某市某区教育局',
      year: 2023,
      form: 'department',
      district: '',
      source: 'path',
      foundAt: now(),
      state: 'open',
      assignee: undefined,
      name: 'one.txt',
    });
    expect(second).toMatchObject({ subject: 'r1', subjectName: '履职效能 / 整体效能 / 产出指标完成情况' });
  });

  test('every order pages through all findings once, both ways', async () => {
    const { store, pass } = await stores.open();
    await fill(store, pass);
    for (const sort of ['newest', 'severity', 'difference', 'unit', 'document'] satisfies WorkListSort[]) {
      const all = (await store.findings.list({ sort })).findings.map(({ fingerprint }) => fingerprint);
      expect(all).toHaveLength(6);
      expect(await walk(store, { sort })).toEqual(all);
      expect(await walk(store, { sort, reverse: true })).toEqual([...all].reverse());
    }
    const bySize = (await store.findings.list({ sort: 'difference' })).findings;
    expect(bySize.map(({ difference }) => difference)).toEqual([
      '2',
      '1.3',
      '1.3',
      '1',
      undefined,
      undefined,
    ]);
    const bySeverity = (await store.findings.list({ sort: 'severity' })).findings;
    expect(bySeverity.map(({ severity }) => severity)).toEqual([
      ...['error', 'error', 'error', 'error'],
      'warning',
      'info',
    ]);
  });

  test('the list is narrowed by every facet and by search', async () => {
    const { store, pass } = await stores.open();
    const [one] = await fill(store, pass);
    await store.reviews.assign(
      (await store.findings.list({ filter: { code: ['score/missing'] } })).findings.map(
        (each) => each.fingerprint,
      ),
      'li',
      'li',
    );
    const counts: readonly (readonly [WorkListFilter, number])[] = [
      [{}, 6],
      [{ district: [''] }, 5],
      [{ district: ['www.haizhu.gov.cn'] }, 1],
      [{ unit: ['海珠区民政局'] }, 1],
      [{ year: [2022, 2023] }, 6],
      [{ year: [2022] }, 1],
      [{ form: ['department'] }, 6],
      [{ code: ['total/mismatch', 'score/missing'] }, 3],
      [{ severity: ['error'] }, 4],
      [{ affectsGrade: [1] }, 4],
      [{ difference: ['up-to-5'] }, 3],
      [{ difference: ['unknown'] }, 2],
      [{ state: ['open'] }, 6],
      [{ assignee: ['li'] }, 1],
      [{ source: ['path'] }, 5],
      [{ source: ['url'] }, 1],
      [{ sha256: one }, 5],
      [{ search: '民政' }, 1],
      [{ search: 'ONE.txt' }, 5],
      [{ search: '%' }, 0],
      [{ search: one.slice(0, 10), severity: ['info'] }, 1],
    ];
    for (const [filter, count] of counts) {
      expect([filter, await store.findings.count(filter)]).toEqual([filter, count]);
      expect((await store.findings.list({ filter })).findings).toHaveLength(count);
    }
  });

  test('a facet counts with the filters of the others and without its own', async () => {
    const { store, pass } = await stores.open();
    await fill(store, pass);
    const counts = await store.findings.facets({ severity: ['error'], year: [2023] });
    expect(counts.severity).toEqual([
      { value: 'error', count: 3 },
      { value: 'info', count: 1 },
      { value: 'warning', count: 1 },
    ]);
    expect(counts.year).toEqual([
      { value: 2023, count: 3 },
      { value: 2022, count: 1 },
    ]);
    expect(counts.unit).toEqual([{ value: '某市某区教育局', count: 3 }]);
    expect(counts.affectsGrade).toEqual([
      { value: 0, count: 2 },
      { value: 1, count: 1 },
    ]);
  });

  test('a cursor that is none begins at the first page', async () => {
    const { store, pass } = await stores.open();
    await fill(store, pass);
    const first = await store.findings.list({ limit: 2 });
    const wrong = [
      '',
      'x',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
    ];
    for (const after of [...wrong, Buffer.from('[{},{}]').toString('base64url')]) {
      expect(await store.findings.list({ limit: 2, after })).toEqual(first);
    }
  });

  test('more than a thousand findings of one document are written and listed', async () => {
    const { store } = await stores.open();
    const many = Array.from({ length: 1200 }, (_, index) => finding({ printed: String(index) }));
    await addChecked(store, 'one', [many]);
    expect(await store.findings.count()).toBe(1200);
    expect(new Set(await walk(store, { filter: { difference: ['up-to-1'] } })).size).toBe(2);
  });
});

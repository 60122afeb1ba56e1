import { expect, test } from 'vitest';
import type { Store } from '../../store/open-store.ts';
import { addChecked, addDocument, begin, finding, resultOf } from './arrivals.ts';
import { onBothDatabases } from './databases.ts';

const day = 24 * 3_600_000;

/** China's clocks. */
const zoneAhead = 8 * 3_600_000;

const everything = { since: 0, zoneAhead };

const kinds = {
  error: finding(),
  other: finding({ subject: 'r1', printed: '21', affectsGrade: false }),
  hint: finding({ code: 'grade/missing', severity: 'info', subject: 'grade', affectsGrade: false }),
};

async function dismissAll(store: Store, sha256: string): Promise<void> {
  const { findings } = await store.findings.list({ filter: { sha256 } });
  const fingerprints = findings.map(({ fingerprint }) => fingerprint);
  await store.reviews.decide(fingerprints, { verdict: 'dismiss', reason: 'misread' }, 'li');
}

async function addTagged(store: Store, text: string, tag: string): Promise<void> {
  await addDocument(store, text, { tags: [tag] });
}

onBothDatabases('overview', (stores) => {
  test('of an empty store counts nothing', async () => {
    const { store } = await stores.open();
    expect(await store.overview.tallies(everything)).toEqual({
      totals: { documents: 0, checked: 0, findings: 0, errors: 0, gradeChanges: 0, waiting: 0 },
      districts: [],
      codes: [],
      grades: [],
      coverage: [],
      finished: [],
    });
    expect(await store.overview.units('', 10)).toEqual([]);
    expect(await store.overview.revised(10)).toEqual([]);
  });

  test('counts assessments by district and year, those with an error that stands as disagreeing', async () => {
    const { store } = await stores.open();
    await addTagged(store, 'one', '天河区');
    await addChecked(store, 'one', [[kinds.error, kinds.other], [kinds.hint], []]);
    await addTagged(store, 'two', '天河区');
    await addChecked(store, 'two', [[kinds.error]], { year: 2022 });
    await addChecked(store, 'three', [[]], { year: null });
    const dismissed = await addChecked(store, 'four', [[kinds.error]], { year: null });
    await dismissAll(store, dismissed);
    const { districts } = await store.overview.tallies(everything);
    const sorted = districts.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
    expect(sorted).toEqual([
      { district: null, year: null, assessments: 2, disagreeing: 0 },
      { district: '天河区', year: 2022, assessments: 1, disagreeing: 1 },
      { district: '天河区', year: 2023, assessments: 3, disagreeing: 1 },
    ]);
  });

  test('counts findings by code and severity without those that were dismissed', async () => {
    const { store } = await stores.open();
    await addChecked(store, 'one', [[kinds.error, kinds.other, kinds.hint]]);
    await dismissAll(store, await addChecked(store, 'two', [[kinds.error]]));
    const { totals, codes } = await store.overview.tallies(everything);
    expect(totals).toEqual({ documents: 2, checked: 2, findings: 3, errors: 2, gradeChanges: 1, waiting: 3 });
    expect(codes.toSorted((a, b) => b.count - a.count)).toEqual([
      { code: 'total/mismatch', severity: 'error', count: 2 },
      { code: 'grade/missing', severity: 'info', count: 1 },
    ]);
  });

  test('pairs printed grades with those of the totals, where both are known', async () => {
    const { store } = await stores.open();
    const grade = (printed: string | null, expected: string | null) => ({
      grade: { printed, expected, verdict: 'agrees', bands: 'document' } as const,
    });
    await addChecked(store, 'one', [[], []], grade('优', '优'));
    await addChecked(store, 'two', [[]], grade('优', '良'));
    await addChecked(store, 'three', [[]], grade(null, '良'));
    await addChecked(store, 'four', [[]], grade('优', null));
    expect((await store.overview.tallies(everything)).grades).toEqual([
      { printed: '优', expected: '优', count: 2 },
      { printed: '优', expected: '良', count: 1 },
    ]);
  });

  test('adds up how far rows were recomputed; every row is counted once', async () => {
    const { store } = await stores.open();
    const verdicts = { confirmed: 3, contradicted: 1, admissible: 2, inadmissible: 1, 'no-rule': 4 };
    const coverage = { rows: 12, rowsWithScore: 12, verdicts, repairedRows: 0, rowsNotRead: 2 };
    await addChecked(store, 'one', [[], []], { coverage });
    expect((await store.overview.tallies(everything)).coverage).toEqual([
      { year: 2023, decided: 8, bounded: 6, open: 10, notRead: 4 },
    ]);
  });

  test('tells finished documents by the day on which they were, in the zone that was asked for', async () => {
    const { store, pass, now } = await stores.open();
    await addChecked(store, 'old', [[]]);
    pass(2 * day);
    await addChecked(store, 'noon', [[]]);
    // Half past eleven at night in China.
    pass(3.5 * 3_600_000);
    const { sha256, stageId } = await addDocument(store, 'unread');
    const error = { code: 'pdf/encrypted', message: '', messageIn: { zh: '', en: '' } };
    await store.ledger.finish(await begin(store, stageId), {
      result: { ...resultOf(sha256, []), status: 'unreadable', error },
    });
    pass(3_600_000);
    const empty = await addDocument(store, 'empty');
    await store.ledger.finish(await begin(store, empty.stageId), {
      result: { ...resultOf(empty.sha256, []), status: 'no-assessment' },
    });
    const today = Math.floor((now() + zoneAhead) / day);
    const { finished } = await store.overview.tallies({ since: now() - day, zoneAhead });
    expect(finished).toEqual([
      { day: today - 1, checked: 1, withoutAssessment: 0, unreadable: 1 },
      { day: today, checked: 0, withoutAssessment: 1, unreadable: 0 },
    ]);
  });

  test('finds units by a part of their name, with the years that are there', async () => {
    const { store } = await stores.open();
    await addChecked(store, 'one', [[], []], { unit: '海珠区民政局' });
    await addChecked(store, 'two', [[]], { unit: '海珠区民政局', year: 2022 });
    await addChecked(store, 'three', [[]], { unit: '天河区教育局（本级）' });
    await addChecked(store, 'four', [[]], { unit: null });
    expect(await store.overview.units('', 10)).toEqual([
      { unit: '海珠区民政局', assessments: 3, years: 2 },
      { unit: '天河区教育局（本级）', assessments: 1, years: 1 },
    ]);
    expect(await store.overview.units('（本级）', 10)).toHaveLength(1);
    expect(await store.overview.units('%', 10)).toEqual([]);
    expect(await store.overview.units('', 1)).toHaveLength(1);
  });

  test('lists reports that several documents have, the one that came last first', async () => {
    const { store, pass } = await stores.open();
    await addChecked(store, 'alone', [[], []], { unit: '天河区教育局' });
    await addChecked(store, 'a1', [[]], { unit: '海珠区民政局' });
    pass(1000);
    await addChecked(store, 'b1', [[]], { unit: '荔湾区档案局', form: 'project', project: '库房' });
    pass(1000);
    const b2 = await addChecked(store, 'b2', [[]], {
      unit: '荔湾区档案局',
      form: 'project',
      project: '库 房',
    });
    pass(1000);
    const a2 = await addChecked(store, 'a2', [[]], { unit: '海珠区民政局' });
    expect(await store.overview.revised(10)).toEqual([
      {
        sha256: a2,
        number: 1,
        unit: '海珠区民政局',
        year: 2023,
        name: '部门整体支出绩效自评表',
        versions: 2,
      },
      { sha256: b2, number: 1, unit: '荔湾区档案局', year: 2023, name: '库 房', versions: 2 },
    ]);
    expect(await store.overview.revised(1)).toHaveLength(1);
  });
});

import type {
  CodeCount,
  CoverageShare,
  DistrictYear,
  GradePair,
  Throughput,
  VersionedRow,
  YearTotal,
} from '../../reports/plots/tallies.ts';

/** Small tallies with something to see in each. */

export const districtYears: readonly DistrictYear[] = [
  { district: '江湾区', year: 2021, assessments: 12, disagreeing: 7 },
  { district: '江湾区', year: 2022, assessments: 14, disagreeing: 5 },
  { district: '江湾区', year: 2023, assessments: 15, disagreeing: 9 },
  { district: '榕江区', year: 2022, assessments: 8, disagreeing: 0 },
  { district: '榕江区', year: 2023, assessments: 9, disagreeing: 2 },
  { district: '云岭自治县人民政府直属机关事务管理', year: 2023, assessments: 4, disagreeing: 1 },
  { district: null, year: 2023, assessments: 2, disagreeing: 2 },
];

export const codeCounts: readonly CodeCount[] = [
  { code: 'deviation/reason-missing', severity: 'warning', count: 31 },
  { code: 'total/mismatch', severity: 'error', count: 24 },
  { code: 'score/contradicts-evidence', severity: 'error', count: 57 },
  { code: 'actual/not-a-value', severity: 'info', count: 12 },
  { code: 'budget/execution-rate-mismatch', severity: 'error', count: 3 },
];

export const gradePairs: readonly GradePair[] = [
  { printed: '优', expected: '优', count: 120 },
  { printed: '优', expected: '良', count: 9 },
  { printed: '良', expected: '良', count: 30 },
  { printed: '良', expected: '中', count: 2 },
  { printed: '差', expected: '中', count: 1 },
];

export const coverageShares: readonly CoverageShare[] = [
  { year: 2022, decided: 420, bounded: 210, open: 160, notRead: 3 },
  { year: 2021, decided: 300, bounded: 150, open: 190, notRead: 12 },
  { year: 2023, decided: 610, bounded: 180, open: 110, notRead: 0 },
];

export const throughput: readonly Throughput[] = Array.from({ length: 14 }, (_, index) => ({
  span: `05-${String(index + 1).padStart(2, '0')}`,
  checked: (index * 37) % 90,
  withoutAssessment: (index * 11) % 20,
  unreadable: index % 5,
}));

export const yearTotals: readonly YearTotal[] = [
  { year: 2023, printed: '96.8', low: '95', high: '98' },
  { year: 2020, printed: '92.5', low: '92.5', high: '92.5' },
  { year: 2021, printed: '97', low: '93.25', high: '93.25' },
  { year: 2022, printed: null, low: '95.1', high: '95.1' },
];

export const versionedRows: readonly VersionedRow[] = [
  { name: '部门整体绩效目标产出指标完成情况', scores: ['20', '20'] },
  { name: '预算资金支出率', scores: ['9.36', '9.52'] },
  { name: '合同签订及时性', scores: [null, '2'] },
  { name: '预决算公开合规性', scores: ['2', '2'] },
];

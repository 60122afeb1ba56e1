import type { CheckResult, ResultAssessment, ResultFinding, ResultIndicator } from '../../model/result.ts';

/** Results as the pipeline publishes them, made for the reports' tests. */

const hash = 'ab12'.repeat(16);

type Row = readonly [path: readonly string[], maxScore: string, selfScore: string | null];

const rows: readonly Row[] = [
  [['履职效能', '整体效能', '产出指标完成情况'], '20', '20'],
  [['履职效能', '整体效能', '效益指标完成情况'], '20', '20'],
  [['履职效能', '整体效能', '预算资金支出率'], '10', '9.52'],
  [['管理效率', '预算执行', '结转结余率'], '10', '10'],
  [['管理效率', '信息公开', '预决算公开'], '10', '8'],
  [['管理效率', '绩效管理', '绩效结果应用'], '15', '12'],
  [['管理效率', '采购管理', '合同签订及时性'], '15', '14'],
];

function indicator([path, maxScore, selfScore]: Row, index: number): ResultIndicator {
  return {
    id: `r${index + 1}`,
    path,
    kind: 'indicator',
    maxScore,
    selfScore,
    target: '≥95%',
    actual: '97.3%',
    definition: '反映完成情况',
    standard: '完成率达到 95% 得满分，否则按比例得分。',
    evidence: '全年完成 42 项，计划 46 项，完成率 91.3%。',
    deviationReason: null,
    confidence: 0.97,
    repairs: [],
    source: { page: 1 + Math.floor(index / 4), row: index + 3 },
    scoreSource: { page: 1 + Math.floor(index / 4), row: index + 3, column: 6 },
    rescored: {
      verdict: selfScore === null ? 'not-scored' : 'confirmed',
      expected: selfScore,
      range: selfScore === null ? ['0', maxScore] : [selfScore, selfScore],
      admissible: selfScore === null ? ['0', '3', '6', '9', '12', '15'] : null,
      rule: 'tiers',
      canonical: '≥95% → 满分',
      basis: 'standard',
      because: '完成率 97.3% ≥ 95%，得满分',
      becauseIn: { zh: '完成率 97.3% ≥ 95%，得满分', en: 'rate 97.3% ≥ 95%: full marks' },
    },
  };
}

export function assessment(changes: Partial<ResultAssessment> = {}): ResultAssessment {
  return {
    id: `${hash}#1`,
    form: 'department',
    member: null,
    framework: 'guangzhou-department-2023',
    profile: 'guangzhou-department-2023',
    title: '部门整体支出绩效自评表',
    unit: '某市某区教育局',
    department: null,
    project: null,
    year: 2023,
    pages: [1, 3],
    indicators: rows.map(indicator),
    groups: [
      { path: ['履职效能'], maxScore: '50', selfScore: null, source: { page: 1, row: 3 } },
      { path: ['管理效率'], maxScore: '50', selfScore: null, source: { page: 2, row: 6 } },
    ],
    budget: { total: '9377.98', parts: [{ name: '基本支出', amount: '2485.06' }], unit: '万元' },
    total: {
      printed: '93.52',
      printedMax: '100',
      low: '93.52',
      high: '93.52',
      verdict: 'agrees',
      reading: '全部指标得分相加',
      implied: [],
      impliedUnique: true,
      source: { page: 2, row: 10 },
    },
    grade: { printed: '优', expected: '优', verdict: 'agrees', bands: 'document' },
    findings: [],
    coverage: { rows: 7, rowsWithScore: 7, verdicts: { confirmed: 7 }, repairedRows: 0, rowsNotRead: 0 },
    notes: [],
    ...changes,
  };
}

function finding(changes: Partial<ResultFinding> = {}): ResultFinding {
  return {
    code: 'total/mismatch',
    severity: 'error',
    subject: 'total',
    printed: '95.52',
    recomputed: '93.52',
    affectsGrade: false,
    message: '填报总分 95.52，按任何一种计分方式都得不出，各行得分之和为 93.52。',
    messageIn: { zh: '填报总分与各行之和不符', en: 'the printed total is not the sum of the row scores' },
    sources: [{ page: 2, row: 10 }],
    ...changes,
  };
}

export function result(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    schemaVersion: 1,
    engine: '0.1.0',
    file: 'samples/a.pdf',
    sha256: hash,
    mediaType: 'application/pdf',
    status: 'checked',
    error: null,
    assessments: [assessment()],
    notes: [],
    ...changes,
  };
}

export const agreeing = result();

export const mismatch = result({
  file: 'samples/mismatch.xlsx',
  assessments: [
    assessment({
      title: '项目支出绩效自评表',
      form: 'project',
      project: '义务教育学校校舍维修改造',
      total: { ...assessment().total, printed: '95.52', verdict: 'disagrees', reading: null },
      findings: [
        finding(),
        finding({
          code: 'score/contradicts-evidence',
          subject: 'r5',
          printed: '8',
          recomputed: '6',
          message: '“预决算公开”填报 8 分；按评分标准和评分依据（完成率 91.3%）应为 6 分。',
          sources: [{ sheet: '自评表', cell: 'H14' }],
        }),
        finding({
          code: 'deviation/reason-missing',
          severity: 'warning',
          subject: 'r6',
          printed: null,
          recomputed: null,
          message: '“绩效结果应用”扣 3 分，未说明原因。',
        }),
        finding({
          code: 'actual/not-a-value',
          severity: 'info',
          subject: 'r1',
          message: '完成值照抄指标值。',
        }),
      ],
    }),
  ],
});

export const undetermined = result({
  file: 'samples/undetermined.pdf',
  assessments: [
    assessment({
      indicators: rows.map((row, index) => {
        const read = indicator(index === 5 ? [row[0], row[1], null] : row, index);
        if (index !== 3) return read;
        const because = { zh: '分值取自上级分值之差', en: 'points from the group sum' };
        return {
          ...read,
          repairs: [{ field: 'maxScore', from: null, to: '10', because: because.zh, becauseIn: because }],
        };
      }),
      total: {
        ...assessment().total,
        low: '81.52',
        high: '96.52',
        verdict: 'undetermined',
        implied: [{ indicator: 'r6', score: '12', admissible: true }],
      },
      grade: { printed: null, expected: '优', verdict: 'not-printed', bands: 'document' },
      findings: [
        finding({
          code: 'score/missing',
          subject: 'r6',
          printed: null,
          recomputed: '12',
          message: '“绩效结果应用”没有可读的得分。',
          sources: [{ page: 2, row: 8, box: [40, 320, 520, 344] }],
        }),
        finding({ code: 'total/unreconciled', severity: 'warning', message: '缺 1 个得分，总分无法核实。' }),
      ],
      coverage: {
        rows: 7,
        rowsWithScore: 6,
        verdicts: { confirmed: 6, 'not-scored': 1 },
        repairedRows: 1,
        rowsNotRead: 1,
      },
      notes: [
        {
          code: 'table/row-not-read',
          message: '第 27 行未能读入',
          messageIn: { zh: '第 27 行未能读入', en: 'row 27 not read' },
          source: { page: 2, row: 26 },
        },
      ],
    }),
  ],
});

const unreadable = result({
  file: 'samples/locked.pdf',
  status: 'unreadable',
  error: {
    code: 'pdf/encrypted',
    message: '文件已加密',
    messageIn: { zh: '文件已加密', en: 'the file is encrypted' },
  },
  assessments: [],
});

const withoutAssessment = result({
  file: 'samples/notice.html',
  mediaType: 'text/html',
  status: 'no-assessment',
  assessments: [],
});

const twoAssessments = result({
  file: 'samples/two.docx',
  assessments: [
    assessment(),
    assessment({
      id: `${hash}#2`,
      form: 'project',
      unit: '某县卫生健康局',
      year: 2022,
      framework: null,
      profile: null,
      total: { ...assessment().total, printed: null, verdict: 'not-printed', reading: null, source: null },
      grade: { printed: null, expected: null, verdict: 'not-printed', bands: 'default' },
      findings: [
        finding({ code: 'total/missing', severity: 'warning', printed: null, message: '没有填写总分。' }),
      ],
    }),
  ],
});

const attack = '<script>alert(1)</script>"\'&\u202Egpj.exe\u0007\u001b[31m=HYPERLINK("http://x")';

/** Every text is an attack; figures are as usual. */
export const hostile = result({
  file: `samples/${attack}.txt`,
  assessments: [
    assessment({
      unit: attack,
      title: `=cmd|' /C calc'!A0`,
      project: attack,
      indicators: rows.map((row, index) => ({
        ...indicator([row[0].map(() => attack), row[1], row[2]], index),
        evidence: attack,
        standard: 'x'.repeat(40_000),
      })),
      findings: [finding({ message: attack, subject: attack })],
      notes: [{ code: 'text/odd', message: attack, messageIn: { zh: attack, en: attack }, source: null }],
    }),
  ],
});

export const allResults: readonly CheckResult[] = [
  agreeing,
  mismatch,
  undetermined,
  unreadable,
  withoutAssessment,
  twoAssessments,
  hostile,
];

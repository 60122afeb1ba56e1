import { createHash } from 'node:crypto';
import { findingCodes } from '../../model/finding.ts';
import type { CheckResult, ResultFinding } from '../../model/result.ts';
import { result as made } from '../../tests/reports/results.ts';

/** Findings of one document. */
const findingsEach = 20;

const districts = ['天河区', '越秀区', '海珠区', '荔湾区', '白云区', '黄埔区', '番禺区', '花都区'];

/** A number below `below` that looks random and is always the same for the same seed. */
export function resultNumber(seed: number, below: number): number {
  return createHash('sha256').update(String(seed)).digest().readUInt32BE() % below;
}

/** The n-th document, its row and its result: 400 units, six years, all codes. */
export function filler(index: number) {
  const sha256 = createHash('sha256').update(`document ${index}`).digest('hex');
  const unit = `第${resultNumber(index, 400)}中学`;
  const year = 2018 + resultNumber(index + 7, 6);
  const district = districts[resultNumber(index, districts.length)] ?? '';
  const title = '部门整体支出绩效自评表';
  const document = {
    sha256,
    size: 1,
    name: `${unit}.pdf`,
    added_at: index,
    status: 'checked',
    district,
    source: resultNumber(index, 3) === 0 ? 'upload' : 'url',
    search: [sha256, `${unit}.pdf`, unit, title, district].join('\n'),
  };
  const findings = Array.from({ length: findingsEach }, (_, number) =>
    findingOf(index * findingsEach + number),
  );
  const assessments = made().assessments.map((each) => ({ ...each, unit, year, title, findings }));
  const result: CheckResult = made({ sha256, assessments });
  return { document, result };
}

function findingOf(seed: number): ResultFinding {
  const code = findingCodes[resultNumber(seed, findingCodes.length)] ?? 'total/mismatch';
  const printed = (resultNumber(seed, 10_000) / 100).toFixed(2);
  const severity = (['error', 'error', 'warning', 'info'] as const)[resultNumber(seed, 4)] ?? 'info';
  return {
    code,
    severity,
    subject: `r${1 + resultNumber(seed, 7)}`,
    printed,
    recomputed: (resultNumber(seed + 1, 10_000) / 100).toFixed(2),
    affectsGrade: resultNumber(seed, 10) === 0,
    message: '',
    messageIn: {
      zh: `填报得分 ${printed}，按评分标准和评分依据应为另一得分，请核对原文。`,
      en: `the printed score ${printed} is not what the rule and the evidence give; look at the source`,
    },
    sources: [{ page: 1 + resultNumber(seed, 5), row: resultNumber(seed, 30), box: [40, 320, 520, 344] }],
  };
}

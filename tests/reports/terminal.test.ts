import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../model/result.ts';
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from '../../reports/terminal/display-width.ts';
import { type TextReportSettings, textReport } from '../../reports/terminal/text-report.ts';
import { agreeing, allResults, hostile, mismatch, undetermined } from './results.ts';

const settings: TextReportSettings = {
  language: 'zh',
  files: 7,
  detail: 'brief',
  columns: 100,
  paint: (_, text) => text,
};

async function textOf(
  results: readonly CheckResult[],
  changes: Partial<TextReportSettings> = {},
): Promise<string> {
  const written: string[] = [];
  const report = textReport(async (text) => void written.push(text), { ...settings, ...changes });
  for (const result of results) await report.write(result);
  await report.finish('complete');
  return written.join('');
}

describe('displayWidth', () => {
  test('counts Chinese characters twice, colours and marks not at all', () => {
    expect(displayWidth('自评 9.52')).toBe(9);
    expect(displayWidth('\u001b[31m错\u001b[39m')).toBe(2);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('（，）')).toBe(6);
  });

  test('cuts, pads and wraps by columns', () => {
    expect(cutToWidth('绩效自评表', 7)).toBe('绩效自…');
    expect(padToWidth('绩效', 6)).toBe('绩效  ');
    expect(wrapToWidth('绩效自评 total 表', 8)).toEqual(['绩效自评', 'total 表']);
  });
});

describe('textReport', () => {
  test('tells six documents on one screen of 45 lines and 100 columns', async () => {
    const lines = (await textOf(allResults.slice(0, 6))).split('\n');
    expect(lines.length).toBeLessThanOrEqual(45);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
  });

  test('puts the printed total against the recomputed one, with the verdict in words', async () => {
    const text = await textOf([mismatch, undetermined]);
    expect(text).toContain('✗ 不符：填报总分 95.52，得分合计 93.52，相差 2');
    expect(text).toContain('? 无法断定：填报总分 93.52；缺 1 个得分，合计在 81.52 至 96.52 之间');
    expect(text).toContain('若绩效结果应用 = 12，则与总分相符，评分标准允许');
  });

  test('gives a document where all agrees one line, with its total', async () => {
    const lines = (await textOf([agreeing], { files: 1 })).split('\n').filter((line) => line.startsWith('✓'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/总分 [\d.]+ 相符/);
  });

  test('never hides rows that were not read behind a total that agrees', async () => {
    const [assessment] = agreeing.assessments;
    if (!assessment) throw new Error('no assessment');
    const coverage = { ...assessment.coverage, rowsNotRead: 2 };
    const text = await textOf([{ ...agreeing, assessments: [{ ...assessment, coverage }] }]);
    expect(text).toContain('? 2 行未能读入');
  });

  test('sums up files by status, totals by verdict, findings by severity and code', async () => {
    const text = await textOf(allResults);
    expect(text).toMatch(/7 份文件.*已复核 5.*无自评表 1.*未能读取 1/);
    expect(text).toMatch(/6 张自评表.*相符 3.*不符 1.*无法断定 1.*未填总分 1/);
    expect(text).toMatch(/score\/missing.*缺少得分/);
  });

  test('shows every row, finding, repair and note of a single document', async () => {
    const text = await textOf([undetermined], { detail: 'full', files: 1 });
    for (const shown of [
      '合同签订及时性',
      '第 2 页 表内第 9 行',
      'score/missing',
      '分值取自上级分值之差',
      '1 行未能读入',
      '第 27 行未能读入',
    ])
      expect(text).toContain(shown);
  });

  test('speaks English when asked', async () => {
    expect(await textOf([mismatch], { language: 'en' })).toContain(
      '✗ disagrees: printed total 95.52, sum of scores 93.52',
    );
  });

  test('lets no control character or reordering mark of a document through', async () => {
    for (const detail of ['brief', 'full'] as const) {
      const text = await textOf([hostile], { detail });
      expect(text).toContain('[U+202E]');
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }
  });
});

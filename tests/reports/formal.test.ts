import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../extractors/docx/extract-docx.ts';
import type { CheckResult } from '../../model/result.ts';
import { type FormalSettings, formalReport } from '../../reports/formal/formal-report.ts';
import { extractionOf, gridsOf, proseOf } from '../extractors/grid-sketch.ts';
import { decisionOf, hostileDecisionOf } from './decisions.ts';
import { agreeing, allResults, assessment, hostile, mismatch, result } from './results.ts';

/** The report as our own reader of Word documents sees it. */
async function readBack(results: readonly CheckResult[], changes: Partial<FormalSettings> = {}) {
  const bytes = await formalReport(results, { language: 'zh', ...changes });
  const read = await extractDocx(new Uint8Array(bytes), 'docx');
  const grids = gridsOf(read).map((grid) => grid.cells.map(({ text }) => text));
  return { prose: proseOf(read), grids, notes: extractionOf(read), bytes };
}

describe('formalReport', () => {
  test('names number, document, hash, origin, method, limits and those who sign', async () => {
    const { prose, grids } = await readBack([mismatch], {
      number: '财绩复〔2024〕12 号',
      decisionOf,
      publishedAt: () => ({ address: 'https://example.cn/a.xlsx', fetchedAt: '2024-05-01T02:03:04Z' }),
    });
    expect(prose.slice(0, 3)).toEqual(['绩效自评表复核报告', '编号：财绩复〔2024〕12 号', '一、复核对象']);
    expect(prose.filter((text) => /^[一二三四五]、/.test(text))).toEqual([
      '一、复核对象',
      '二、复核方法',
      '三、复核结果',
      '四、覆盖范围与局限',
      '五、签署',
    ]);
    expect(prose.some((text) => text.includes('不判断由谁造成'))).toBe(true);
    expect(prose).toContain('作出复核意见的人员：张三、李四、王五');
    expect(prose.filter((text) => /复核人（签字）|负责人（签字）|复核日期/.test(text)).length).toBe(3);
    const facts = grids[0] ?? [];
    for (const fact of [mismatch.sha256, '某市某区教育局', '2023', 'https://example.cn/a.xlsx'])
      expect(facts).toContain(fact);
  });

  test('lists each finding with both figures, its place and the decision about it', async () => {
    const { grids } = await readBack([mismatch], { decisionOf });
    const findings = grids.find((cells) => cells.includes('复核意见')) ?? [];
    expect(findings.slice(7, 14)).toEqual([
      '1',
      '总分',
      '不符：总分与各行得分之和不符\n填报总分 95.52，按任何一种计分方式都得不出，各行得分之和为 93.52。',
      '95.52',
      '93.52',
      '第 2 页 表内第 11 行',
      '属实\n张三',
    ]);
    expect(findings.at(-1)).toBe('未复核');
  });

  test('leaves room for decisions where none are given', async () => {
    const { grids } = await readBack([mismatch]);
    expect(grids.find((cells) => cells.includes('复核意见'))?.at(-1)).toBe('');
  });

  test('lists every document of a selection, the unreadable ones with their reason', async () => {
    const { grids, prose } = await readBack(allResults);
    const list = (grids[0] ?? []).join('\n');
    for (const { file, assessments } of allResults)
      if (assessments.length === 0) expect(list).toContain(file);
    expect(list).toContain('未能读取：文件已加密 [pdf/encrypted]');
    expect(prose.some((text) => text.startsWith('（六）'))).toBe(true);
  });

  test('says so where it does not detail everything', async () => {
    const { prose } = await readBack(
      [result({ assessments: Array.from({ length: 5 }, () => assessment()) })],
      {
        details: 2,
      },
    );
    expect(prose.some((text) => text.startsWith('另有 3 张自评表'))).toBe(true);
  });

  test('shows what was corrected by hand, by whom and why', async () => {
    const corrections = [
      {
        subject: 'r5',
        field: 'selfScore' as const,
        read: '8',
        value: '6',
        who: '李四',
        why: '扫描不清',
        at: '2024-05-06T09:00:00Z',
        place: { page: 2 },
      },
    ];
    const { prose } = await readBack([result({ assessments: [assessment({ corrections })] })]);
    expect(prose).toContain('预决算公开 · 得分：程序读作“8”，李四 更正为“6”（扫描不清）');
  });

  test('shows hostile text as text, and holds no link, field or embedded object', async () => {
    const { prose, grids } = await readBack([hostile, mismatch], { decisionOf: hostileDecisionOf });
    const all = [...prose, ...grids.flat()].join('\n');
    expect(all).toContain('<script>alert(1)</script>');
    expect(all).toContain('[U+202E]');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(all).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
  });

  test('speaks English as well', async () => {
    const { prose } = await readBack([agreeing], { language: 'en' });
    expect(prose).toContain('5. Signatures');
    expect(prose.some((text) => text.includes('never who erred'))).toBe(true);
  });
});

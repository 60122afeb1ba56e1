import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../model/result.ts';
import type { DecisionOf } from '../../reports/decision.ts';
import { columnLetter } from '../../reports/workbook/column-letter.ts';
import { workbookReport } from '../../reports/workbook/workbook-report.ts';
import { decisionOf, hostileDecisionOf } from './decisions.ts';
import { agreeing, allResults, assessment, hostile, mismatch, result, undetermined } from './results.ts';

async function workbookOf(
  results: readonly CheckResult[],
  settings: { readonly decisionOf?: DecisionOf } = {},
): Promise<ExcelJS.Workbook> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-xlsx-'));
  const file = path.join(folder, 'findings.xlsx');
  const report = workbookReport({ file, language: 'zh', ...settings });
  for (const one of results) await report.write(one);
  await report.finish('complete');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  rmSync(folder, { recursive: true });
  return workbook;
}

/** The cell under a heading, in the row with this number. */
function cellUnder(sheet: ExcelJS.Worksheet | undefined, heading: string, row: number): ExcelJS.Cell {
  const headings = sheet?.getRow(1).values;
  if (sheet === undefined || !Array.isArray(headings)) throw new Error('no such sheet');
  return sheet.getCell(row, headings.indexOf(heading));
}

/** Conditional formats as the file has them; exceljs reads them and has no type for it. */
function formattingsOf(sheet: ExcelJS.Worksheet | undefined): unknown {
  return sheet === undefined ? undefined : Reflect.get(sheet, 'conditionalFormattings');
}

describe('workbookReport', () => {
  test('holds a sheet of documents, one of findings, one of rows, with frozen and filtered headings', async () => {
    const workbook = await workbookOf(allResults);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['汇总', '疑点', '指标', '说明']);
    expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([1 + 8, 1 + 8, 1 + 42, 1 + 5]);
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toBeTruthy();
    }
  });

  test('adds the scores up with a live formula over their rows, the printed total beside it', async () => {
    const workbook = await workbookOf([agreeing, mismatch]);
    const summary = workbook.getWorksheet('汇总');
    expect(cellUnder(summary, '得分合计', 3).value).toEqual({ formula: "SUM('指标'!H9:H15)", result: 93.52 });
    expect(cellUnder(summary, '填报总分', 3).value).toBe(95.52);
    expect(cellUnder(summary, '差额', 3).value).toEqual({ formula: 'ROUND(G3-H3,6)', result: 2 });
    const rows = workbook.getWorksheet('指标');
    const scores = [9, 10, 11, 12, 13, 14, 15].map((row) => Number(cellUnder(rows, '自评得分', row).value));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(93.52);
  });

  test('leaves the execution row out of the formula where the total is counted without it', async () => {
    const indicators = assessment().indicators.map((row, index) =>
      index === 2 ? { ...row, kind: 'execution' as const } : row,
    );
    const total = { ...assessment().total, printed: '84', low: '84', high: '84' };
    const workbook = await workbookOf([result({ assessments: [assessment({ indicators, total })] })]);
    expect(cellUnder(workbook.getWorksheet('汇总'), '得分合计', 2).value).toEqual({
      formula: "SUMIFS('指标'!H2:H8,'指标'!F2:F8,\"<>预算执行率\")",
      result: 84,
    });
  });

  test('gives the recomputed total itself where no plain sum is the way of counting', async () => {
    const total = { ...assessment().total, low: '90', high: '90' };
    const workbook = await workbookOf([result({ assessments: [assessment({ total })] })]);
    expect(cellUnder(workbook.getWorksheet('汇总'), '得分合计', 2).value).toBe(90);
  });

  test('leaves a missing score empty, never zero', async () => {
    const workbook = await workbookOf([undetermined]);
    expect(cellUnder(workbook.getWorksheet('指标'), '自评得分', 7).value).toBeNull();
  });

  test('shows decisions beside the findings and counts them beside the documents', async () => {
    const workbook = await workbookOf([mismatch], { decisionOf });
    const findings = workbook.getWorksheet('疑点');
    expect([2, 3, 4, 5].map((row) => cellUnder(findings, '复核意见', row).value)).toEqual([
      '属实',
      '不成立（读取有误）',
      '待查原件',
      '未复核',
    ]);
    expect(cellUnder(findings, '批注', 3).value).toBe('原件为 6 分，扫描不清');
    expect(cellUnder(findings, '复核时间', 2).value).toBe('2024-05-06 07:08 UTC');
    const summary = workbook.getWorksheet('汇总');
    expect(['属实', '不成立', '待查原件', '未复核'].map((name) => cellUnder(summary, name, 2).value)).toEqual(
      [1, 1, 1, 1],
    );
  });

  test('prints on A4 across, with the heading on each page and numbered pages', async () => {
    const workbook = await workbookOf([mismatch]);
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        printTitlesRow: '1:1',
      });
      expect(sheet.headerFooter.oddFooter).toContain('&P / &N');
    }
  });

  test('colours verdicts and severities, each beside its word', async () => {
    const workbook = await workbookOf([mismatch], { decisionOf });
    const [summary, findings, rows] = workbook.worksheets;
    const rules = [summary, findings, rows].map((sheet) => JSON.stringify(formattingsOf(sheet)));
    expect(rules[0]).toContain('不符');
    expect(rules[1]).toContain('不成立');
    expect(rules[2]).toContain('复算不符');
  });

  test('keeps a reviewer’s comment a text, too', async () => {
    const workbook = await workbookOf([mismatch], { decisionOf: hostileDecisionOf });
    const comment = cellUnder(workbook.getWorksheet('疑点'), '批注', 2);
    expect(comment.type).toBe(ExcelJS.ValueType.String);
    expect(comment.numFmt).toBe('@');
  });

  test('keeps texts texts, without control characters and within what a cell holds', async () => {
    const workbook = await workbookOf([hostile]);
    const texts: string[] = [];
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row, number) =>
        row.eachCell((cell) => {
          if (number > 1 && typeof cell.value === 'string') texts.push(cell.value);
          if (cell.formula !== undefined) expect(cell.formula).toMatch(/^(?:SUM|ROUND|SUMIFS)\(/);
        }),
      );
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.length > 32_767)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(texts.filter((text) => /[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/.test(text))).toEqual([]);
    expect(cellUnder(workbook.getWorksheet('汇总'), '标题', 2).numFmt).not.toBe('');
  });
});

describe('columnLetter', () => {
  test('counts A to Z, then AA', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

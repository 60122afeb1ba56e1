import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import type { Language } from '../../model/localized.ts';
import type { CheckResult } from '../../model/result.ts';
import type { DecisionOf } from '../decision.ts';
import { findingColumns } from '../finding-columns.ts';
import type { ReportSink } from '../report-sink.ts';
import { wordsIn } from '../words/index.ts';
import type { Words } from '../words/words.ts';
import { addAbout } from './about-sheet.ts';
import { markFindings } from './finding-sheet.ts';
import { addIndicators, indicatorColumns, markIndicators } from './indicator-sheet.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { markSummary, summaryColumns } from './summary-sheet.ts';

export type WorkbookSettings = {
  readonly file: string;
  readonly language: Language;
  readonly decisionOf?: DecisionOf;
};

/** The report as an Excel workbook: documents, findings, rows; the sums are live formulas over the rows. */
export function workbookReport({ file, language, decisionOf }: WorkbookSettings): ReportSink {
  const words = wordsIn[language];
  const target = createWriteStream(file);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: target,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheets = openSheets(workbook, words, decisionOf);
  let files = 0;
  let engine = '';
  return {
    write: async (result) => {
      files += 1;
      engine = result.engine;
      addResult(sheets, result, { words, decisionOf });
      // The rows are handed over to the compressor, which works between results.
      if (target.writableNeedDrain) await once(target, 'drain');
    },
    finish: async (ending) => {
      if (ending === 'interrupted') sheets.summary.add([words.phrases.interrupted(String(files))]);
      const omitted = sheets.findings.omitted() + sheets.indicators.omitted() + sheets.summary.omitted();
      if (omitted > 0) sheets.findings.add([words.phrases.rowsOmitted(String(omitted))]);
      for (const sheet of [sheets.summary, sheets.findings, sheets.indicators]) sheet.close();
      addAbout(workbook, { engine, files }, words);
      await workbook.commit();
      await finished(target, { readable: false });
    },
  };
}

type Sheets = { readonly summary: Sheet; readonly findings: Sheet; readonly indicators: Sheet };

function openSheets(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  words: Words,
  decisionOf: DecisionOf | undefined,
): Sheets {
  const { sheets } = words;
  return {
    summary: openSheet(workbook, {
      name: sheets.summary,
      columns: summaryColumns(words, decisionOf),
      frozenColumns: 1,
      pagesWide: 2,
      prepare: (worksheet) => markSummary(worksheet, words),
    }),
    findings: openSheet(workbook, {
      name: sheets.findings,
      columns: findingColumns(words, decisionOf),
      frozenColumns: 0,
      pagesWide: 1,
      prepare: (worksheet) => markFindings(worksheet, words, decisionOf),
    }),
    indicators: openSheet(workbook, {
      name: sheets.indicators,
      columns: indicatorColumns(words),
      frozenColumns: 0,
      pagesWide: 2,
      prepare: (worksheet) => markIndicators(worksheet, words),
    }),
  };
}

type Context = { readonly words: Words; readonly decisionOf: DecisionOf | undefined };

function addResult(
  { summary, findings, indicators }: Sheets,
  result: CheckResult,
  { words, decisionOf }: Context,
): void {
  const columns = summaryColumns(words, decisionOf);
  const lines = result.assessments.length === 0 ? [undefined] : result.assessments;
  for (const assessment of lines) {
    const range = assessment && addIndicators(indicators, { file: result.file, assessment }, words);
    const row = summary.next();
    summary.add(columns.map(({ value }) => value({ result, assessment, range, row })));
    if (assessment === undefined) continue;
    for (const finding of assessment.findings)
      findings.add(
        findingColumns(words, decisionOf).map(({ value }) => value({ result, assessment, finding })),
      );
  }
}

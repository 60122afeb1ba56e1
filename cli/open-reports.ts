import { createWriteStream } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { styleText } from 'node:util';
import type { Language } from '../model/localized.ts';
import type { DecisionOf } from '../reports/decision.ts';
import { jsonReport, ndjsonReport } from '../reports/json.ts';
import type { ReportSink, WriteText } from '../reports/report-sink.ts';
import type { Paint, Tone } from '../reports/terminal/style.ts';
import { CallProblem } from './call-problem.ts';
import type { CheckOptions } from './check-options.ts';
import { createOutput } from './output.ts';

/** Columns of the text report where no terminal says how wide it is. */
const usualColumns = 100;

type Destination = {
  readonly write: WriteText;
  /** Files to come. */
  readonly files: number;
  /** Given where people have decided about findings: the reports in the folder then show it. */
  readonly decisionOf?: DecisionOf;
};

/** The reports that the options ask for, as one; the libraries behind each are loaded only for it. */
export async function openReports(options: CheckOptions, destination: Destination): Promise<ReportSink> {
  const shown = { language: options.lang, ...onlyGiven(destination) };
  const written = options.out === undefined ? [] : await writtenReports(options.out, shown, options.report);
  return all([...written, await standardReport(options, destination)]);
}

async function standardReport(options: CheckOptions, { write, files }: Destination): Promise<ReportSink> {
  if (options.format === 'json') return jsonReport(write);
  if (options.format === 'ndjson') return ndjsonReport(write);
  const { textReport } = await import('../reports/terminal/text-report.ts');
  return textReport(write, {
    language: options.lang,
    files,
    detail: options.verbose || files === 1 ? 'full' : 'brief',
    columns: Math.max(60, Math.min(process.stdout.columns ?? usualColumns, 160)),
    paint,
    ...(options.out === undefined ? {} : { out: options.out }),
  });
}

type Shown = { readonly language: Language; readonly decisionOf?: DecisionOf };

function onlyGiven({ decisionOf }: Destination): Pick<Shown, 'decisionOf'> {
  return decisionOf === undefined ? {} : { decisionOf };
}

async function writtenReports(
  folder: string,
  shown: Shown,
  report: CheckOptions['report'],
): Promise<readonly ReportSink[]> {
  await prepareFolder(folder);
  const [{ csvReport }, { htmlReport }, { workbookReport }] = await Promise.all([
    import('../reports/csv/csv-report.ts'),
    import('../reports/html/html-report.ts'),
    import('../reports/workbook/workbook-report.ts'),
  ]);
  return [
    textFile(path.join(folder, 'results.ndjson'), ndjsonReport),
    textFile(path.join(folder, 'findings.csv'), (write) =>
      csvReport(write, { ...shown, mark: 'byte-order-mark' }),
    ),
    htmlReport({ ...shown, folder }),
    workbookReport({ ...shown, file: path.join(folder, 'findings.xlsx') }),
    ...(report === undefined ? [] : [await docxReport(folder, shown)]),
  ];
}

async function docxReport(folder: string, shown: Shown): Promise<ReportSink> {
  const { formalSink } = await import('../reports/formal/formal-sink.ts');
  return formalSink({ ...shown, file: path.join(folder, 'report.docx') });
}

/** A folder that cannot be written to is said before the work, not after it. */
async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (problem) {
    const why = problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
    throw new CallProblem({
      zh: `无法写入文件夹 ${folder}（${why}）`,
      en: `the folder ${folder} cannot be written to (${why})`,
    });
  }
}

function textFile(file: string, open: (write: WriteText) => ReportSink): ReportSink {
  const stream = createWriteStream(file);
  const { write } = createOutput(stream, () => {});
  const report = open(write);
  return {
    write: report.write,
    finish: async (ending) => {
      await report.finish(ending);
      stream.end();
      await finished(stream);
    },
  };
}

/** Several reports that are fed the same results. */
function all(reports: readonly ReportSink[]): ReportSink {
  return {
    write: async (result) => {
      for (const report of reports) await report.write(result);
    },
    finish: async (ending) => {
      for (const report of reports) await report.finish(ending);
    },
  };
}

const styles = {
  good: 'green',
  bad: 'red',
  doubtful: 'yellow',
  quiet: 'gray',
  strong: 'bold',
} as const satisfies Record<Tone, string>;

/** Colours only where stdout is a terminal that wants them: `styleText` heeds NO_COLOR and the like itself. */
const paint: Paint = (tone, text) => styleText(styles[tone], text, { stream: process.stdout });

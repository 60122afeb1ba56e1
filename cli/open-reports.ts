import { styleText } from 'node:util';
import { jsonReport, ndjsonReport } from '../reports/json.ts';
import type { ReportSink, WriteText } from '../reports/report-sink.ts';
import type { Paint, Tone } from '../reports/terminal/style.ts';
import type { CheckOptions } from './check-options.ts';

/** Columns of the text report where no terminal says how wide it is. */
const usualColumns = 100;

type Destination = {
  readonly write: WriteText;
  /** Files to come. */
  readonly files: number;
};

/** The reports that the options ask for, as one. */
export async function openReports(options: CheckOptions, destination: Destination): Promise<ReportSink> {
  const shown = await standardReport(options, destination);
  return shown;
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

const styles = {
  good: 'green',
  bad: 'red',
  doubtful: 'yellow',
  quiet: 'gray',
  strong: 'bold',
} as const satisfies Record<Tone, string>;

/** Colours only where stdout is a terminal that wants them: `styleText` heeds NO_COLOR and the like itself. */
const paint: Paint = (tone, text) => styleText(styles[tone], text, { stream: process.stdout });

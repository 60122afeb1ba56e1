import { jsonReport, ndjsonReport } from '../reports/json.ts';
import type { ReportSink, WriteText } from '../reports/report-sink.ts';
import type { CheckOptions } from './check-options.ts';

/** The reports that the options ask for, as one. `files` is how many there are to come. */
export async function openReports(
  options: Pick<CheckOptions, 'format' | 'out' | 'lang' | 'verbose'>,
  { write }: { readonly write: WriteText; readonly files: number },
): Promise<ReportSink> {
  return options.format === 'json' ? jsonReport(write) : ndjsonReport(write);
}

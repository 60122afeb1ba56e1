import type { ReportSink, WriteText } from './report-sink.ts';

/** One JSON object a line. */
export function ndjsonReport(write: WriteText): ReportSink {
  return {
    write: (result) => write(`${JSON.stringify(result)}\n`),
    finish: async () => {},
  };
}

/** One JSON array, an object a line; it is closed however the run ends. */
export function jsonReport(write: WriteText): ReportSink {
  let separator = '[\n';
  return {
    write: async (result) => {
      await write(`${separator}${JSON.stringify(result)}`);
      separator = ',\n';
    },
    finish: () => write(separator === ',\n' ? '\n]\n' : '[]\n'),
  };
}

import path from 'node:path';
import type { FormalSettings } from '../../reports/formal/formal-report.ts';
import type { ReportSink, WriteText } from '../../reports/report-sink.ts';
import { openTextFile } from './text-file.ts';

/** What an export can be; `docx` is the formal report. */
export const exportFormats = ['xlsx', 'csv', 'ndjson', 'html', 'docx'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** How a format travels, and how many documents a file of it takes: beyond, no program opens it with ease. */
export const formatTraits: Readonly<
  Record<ExportFormat, { readonly mediaType: string; readonly fileName: string; readonly most: number }>
> = {
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: 'findings.xlsx',
    most: 20_000,
  },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', fileName: 'findings.csv', most: 100_000 },
  ndjson: { mediaType: 'application/x-ndjson', fileName: 'results.ndjson', most: 100_000 },
  html: { mediaType: 'text/html; charset=utf-8', fileName: 'report.html', most: 500 },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: 'report.docx',
    most: 200,
  },
};

export type ReportSettings = FormalSettings & { readonly folder: string };

/** A report that is being written, and the file that it becomes. */
export type Opened = { readonly sink: ReportSink; readonly file: string };

/** Opens a report in a folder of its own; the library behind a format is loaded only for it. */
export async function openReport(format: ExportFormat, settings: ReportSettings): Promise<Opened> {
  const { folder, language, decisionOf } = settings;
  const shown = { language, ...(decisionOf === undefined ? {} : { decisionOf }) };
  const file = path.join(folder, format === 'html' ? 'index.html' : formatTraits[format].fileName);
  switch (format) {
    case 'xlsx': {
      const { workbookReport } = await import('../../reports/workbook/workbook-report.ts');
      return { sink: workbookReport({ file, ...shown }), file };
    }
    case 'html': {
      const { htmlReport } = await import('../../reports/html/html-report.ts');
      return {
        sink: htmlReport({ folder, inlineCharacters: Number.POSITIVE_INFINITY, ...shown }),
        file,
      };
    }
    case 'docx': {
      const { formalSink } = await import('../../reports/formal/formal-sink.ts');
      return { sink: formalSink({ ...settings, file }), file };
    }
    case 'csv': {
      const { csvReport } = await import('../../reports/csv/csv-report.ts');
      return {
        sink: intoFile(file, (write) => csvReport(write, { mark: 'byte-order-mark', ...shown })),
        file,
      };
    }
    case 'ndjson': {
      const { reviewedNdjson } = await import('./reviewed-ndjson.ts');
      return { sink: intoFile(file, (write) => reviewedNdjson(write, settings)), file };
    }
  }
}

function intoFile(file: string, open: (write: WriteText) => ReportSink): ReportSink {
  const target = openTextFile(file);
  const report = open(target.write);
  return {
    write: report.write,
    finish: async (ending) => {
      await report.finish(ending);
      await target.end();
    },
  };
}

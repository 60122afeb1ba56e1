import type { Language } from '../../model/localized.ts';
import type { CheckResult } from '../../model/result.ts';
import { type CellValue, textCell } from '../cells.ts';
import type { DecisionOf } from '../decision.ts';
import { type FindingColumn, findingColumns } from '../finding-columns.ts';
import type { ReportSink, WriteText } from '../report-sink.ts';
import { wordsIn } from '../words/index.ts';
import type { Words } from '../words/words.ts';
import { csvLine } from './csv-line.ts';

export type CsvSettings = {
  readonly language: Language;
  /** Spreadsheet programs read Chinese from a CSV file only when it begins with a byte order mark. */
  readonly mark: 'byte-order-mark' | 'no-mark';
  readonly decisionOf?: DecisionOf;
};

/**
 * The findings as CSV (RFC 4180, UTF-8), a line each; a file that could not be read is a line as well. The last column names the
 * cells that were prefixed to stay texts.
 */
export function csvReport(write: WriteText, { language, mark, decisionOf }: CsvSettings): ReportSink {
  const words = wordsIn[language];
  const columns = findingColumns(words, decisionOf);
  const headings = columns.map(({ heading }) => heading);
  const opening = `${mark === 'byte-order-mark' ? '\ufeff' : ''}${csvLine([...headings, words.phrases.prefixed]).text}\r\n`;
  let isOpen = false;
  let files = 0;
  const lineOf = (cells: readonly CellValue[]): string => {
    const { text, prefixed } = csvLine(cells);
    return `${text},${prefixed.map((index) => headings[index]).join(' ')}\r\n`;
  };
  const writeOpened = async (text: string): Promise<void> => {
    await write(isOpen ? text : opening + text);
    isOpen = true;
  };
  return {
    write: async (result) => {
      files += 1;
      await writeOpened(linesOf(result, columns, words).map(lineOf).join(''));
    },
    finish: async (ending) => {
      const stopped = [words.phrases.interrupted(String(files)), ...headings.slice(1).map(() => null)];
      await writeOpened(ending === 'complete' ? '' : lineOf(stopped));
    },
  };
}

function linesOf(
  result: CheckResult,
  columns: readonly FindingColumn[],
  words: Words,
): readonly (readonly CellValue[])[] {
  if (result.error !== null) return [unreadableLine(result, result.error, { columns, words })];
  return result.assessments.flatMap((assessment) =>
    assessment.findings.map((finding) => columns.map(({ value }) => value({ result, assessment, finding }))),
  );
}

function unreadableLine(
  { file, status }: CheckResult,
  { code, message }: NonNullable<CheckResult['error']>,
  { columns, words }: { readonly columns: readonly FindingColumn[]; readonly words: Words },
): readonly CellValue[] {
  const given = new Map<string, CellValue>([
    [words.labels.severity, words.statuses[status]],
    [words.labels.file, textCell(file)],
    [words.labels.message, textCell(message)],
    [words.labels.code, code],
  ]);
  return columns.map(({ heading }) => given.get(heading) ?? null);
}

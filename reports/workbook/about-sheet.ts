import type { stream } from 'exceljs';
import type { Words } from '../words/words.ts';
import { openSheet } from './sheet.ts';

/** The last sheet: what was done and what a disagreement does not mean, for whoever gets the workbook alone. */
export function addAbout(
  workbook: stream.xlsx.WorkbookWriter,
  { engine, files }: { readonly engine: string; readonly files: number },
  words: Words,
): void {
  const { labels, phrases, sheets } = words;
  const sheet = openSheet(workbook, {
    name: sheets.about,
    columns: [
      { heading: sheets.about, width: 14, holds: 'text' },
      { heading: labels.details, width: 100, holds: 'long-text' },
    ],
    frozenColumns: 0,
    pagesWide: 1,
  });
  const lines = [
    [words.tool, words.purpose],
    ['', words.caution],
    [labels.sumOfScores, phrases.liveSums],
    [labels.files, phrases.fileCount(String(files))],
    [labels.engine, `fuhe ${engine}`],
  ];
  for (const line of lines) sheet.add(line);
  sheet.close();
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Format, formats, writeDocuments } from './speed/documents.ts';
import { libraryNames } from './speed/libraries.ts';
import { type Measured, measure, measureCommand, measurePdftotext } from './speed/measured.ts';

/**
 * How fast documents are checked and in how much memory. Times differ between machines, so each figure also stands as a ratio
 * to something that does less with the same bytes in the same run: the format's library alone, `pdftotext`, node doing nothing.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-bench-'));
  try {
    console.log(['format', 'documents/s', 'pages/s', 'time ×', 'peak MiB', 'memory ×', 'against'].join('\t'));
    for (const format of formats) {
      const documents = await writeDocuments(format, folder);
      const checked = measure('check', format, documents);
      printFormat(format, checked, measure('library', format, documents));
      if (format.endsWith('pdf')) printPdf(format, checked, documents);
    }
    printCommands(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printFormat(format: Format, checked: Measured, library: Measured): void {
  const { documents, pages, seconds, peakMebibytes } = checked;
  const figures = [
    (documents / seconds).toFixed(0),
    pages === 0 ? '–' : (pages / seconds).toFixed(0),
    (seconds / library.seconds).toFixed(1),
    peakMebibytes.toFixed(0),
    (peakMebibytes / library.peakMebibytes).toFixed(1),
  ];
  console.log([format, ...figures, libraryNames[format]].join('\t'));
}

function printPdf(format: Format, checked: Measured, documents: string): void {
  const reader = measure('extract', format, documents);
  console.log(`  whole check over the PDF reader alone: ${(checked.seconds / reader.seconds).toFixed(2)} ×`);
  const poppler = measurePdftotext(documents);
  const against = poppler === undefined ? 'not installed' : `${(checked.seconds / poppler).toFixed(2)} ×`;
  console.log(`  whole check over pdftotext -raw, a process a file: ${against}`);
}

/** What the command line adds: guarded children, start and end of the program. */
function printCommands(folder: string): void {
  // As it is installed: the build, whose child is joined and compiled beforehand.
  const command = path.join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
  const check = (jobs: string, target: string): number =>
    measureCommand([command, 'check', '--format', 'ndjson', '--jobs', jobs, target]);
  const one = check('1', folder);
  const faster = (one / check('2', folder)).toFixed(2);
  console.log(
    `all these files from the command line: ${one.toFixed(1)} s; with two jobs ${faster} × as fast`,
  );
  const nothing = measureCommand(['-e', '0']);
  const small = check('1', path.join(folder, 'text', readdirSync(path.join(folder, 'text'))[0] ?? ''));
  const start = [small, nothing].map((seconds) => `${(seconds * 1000).toFixed(0)} ms`);
  console.log(
    `one small file from the command line: ${start[0]}, ${(small / nothing).toFixed(1)} × node -e 0 (${start[1]})`,
  );
}

await main();

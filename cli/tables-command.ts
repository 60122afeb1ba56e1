import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Refusal } from '../model/outcome-channels.ts';
import type { TablesLine } from '../pipeline/find-tables.ts';
import type { DocumentPool } from '../pipeline/isolate/document-pool.ts';
import { exitStatus } from './exit-status.ts';
import { findInputs } from './find-inputs.ts';
import type { Input } from './input.ts';
import { createOutput } from './output.ts';
import { readDocument } from './read-document.ts';

/** As commander gives them. */
export type TablesOptions = {
  readonly format: 'ndjson' | 'json';
  readonly ocr: 'auto' | 'always' | 'never';
  /** False with `--no-join`. */
  readonly join: boolean;
  /** Folder for one SVG a page. */
  readonly draw?: string;
};

/** Writes the tables of each file as drawn, one JSON line a file, and gives the exit status. */
export async function tablesCommand(
  names: readonly string[],
  options: TablesOptions,
  pool: DocumentPool,
): Promise<number> {
  const output = createOutput(process.stdout, () => {});
  let status: number = exitStatus.fine;
  const lines: TablesLine[] = [];
  for await (const input of findInputs(names)) {
    if (output.isClosed()) break;
    const line = await tablesOf(input, options, pool);
    if (line.error) status = exitStatus.unreadable;
    if (options.format === 'json') lines.push(line);
    else await output.write(`${JSON.stringify(line)}\n`);
  }
  if (options.format === 'json') await output.write(`${JSON.stringify(lines)}\n`);
  return status;
}

async function tablesOf(input: Input, options: TablesOptions, pool: DocumentPool): Promise<TablesLine> {
  const { file } = input;
  if (input.kind === 'refused') return refusedLine(file, input.refusal);
  const found = await pool.findTables(
    {
      file,
      ocr: options.ocr,
      tables: options.join ? 'joined' : 'apart',
      drawings: options.draw === undefined ? 'not-wanted' : 'wanted',
    },
    input.kind === 'web' ? input.read : () => readDocument(file),
  );
  if (!found.ok) return refusedLine(file, found.refusal);
  if (options.draw !== undefined) await writeDrawings(options.draw, file, found.value.drawings);
  return found.value.line;
}

/** The format libraries behind `find-tables.ts` are wanted here for nothing else. */
async function refusedLine(file: string, refusal: Refusal): Promise<TablesLine> {
  const { refusedTables } = await import('../pipeline/find-tables.ts');
  return refusedTables(file, refusal);
}

async function writeDrawings(
  folder: string,
  file: string,
  drawings: readonly { readonly page: number; readonly svg: string }[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { page, svg } of drawings)
    await writeFile(path.join(folder, `${path.parse(file).name}-${page}.svg`), svg);
}

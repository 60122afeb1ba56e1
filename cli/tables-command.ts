import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findTables, refusedTables, type TablesLine } from '../pipeline/find-tables.ts';
import { exitStatus } from './exit-status.ts';
import { findInputs } from './find-inputs.ts';
import type { Input } from './input.ts';
import { createOutput } from './output.ts';
import { readDocument } from './read-document.ts';

/** As commander gives them. */
export type TablesOptions = {
  readonly format: 'ndjson' | 'json';
  /** False with `--no-join`. */
  readonly join: boolean;
  /** Folder for one SVG a page. */
  readonly draw?: string;
};

/** Writes the tables of each file as drawn, one JSON line a file, and gives the exit status. */
export async function tablesCommand(names: readonly string[], options: TablesOptions): Promise<number> {
  const output = createOutput(process.stdout, () => {});
  let status: number = exitStatus.fine;
  const lines: TablesLine[] = [];
  for await (const input of findInputs(names)) {
    if (output.isClosed()) break;
    const line = await tablesOf(input, options);
    if (line.error) status = exitStatus.unreadable;
    if (options.format === 'json') lines.push(line);
    else await output.write(`${JSON.stringify(line)}\n`);
  }
  if (options.format === 'json') await output.write(`${JSON.stringify(lines)}\n`);
  return status;
}

async function tablesOf(input: Input, options: TablesOptions): Promise<TablesLine> {
  if (input.kind === 'refused') return refusedTables(input.file, input.refusal);
  const bytes = await readDocument(input.file);
  if (!bytes.ok) return refusedTables(input.file, bytes.refusal);
  const request = {
    file: input.file,
    bytes: bytes.value,
    tables: options.join ? 'joined' : 'apart',
  } as const;
  if (options.draw === undefined) return findTables(request);
  const drawings: { readonly page: number; readonly svg: string }[] = [];
  const line = await findTables({ ...request, onDrawing: (page, svg) => drawings.push({ page, svg }) });
  await writeDrawings(options.draw, input.file, drawings);
  return line;
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

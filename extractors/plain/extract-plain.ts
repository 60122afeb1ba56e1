import type { Block, Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, type Reading, type Result, refuse } from '../../model/outcome-channels.ts';
import { readCsv } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { limits } from './limits.ts';
import { type Line, splitLines } from './lines.ts';
import { numberPages } from './page-marks.ts';
import { readProse } from './prose.ts';
import type { FieldRow } from './ragged-grid.ts';
import { gridOf, readBlocks } from './read-blocks.ts';

/** Reads plain text in whatever encoding: prose lines, and tables of tabs, pipes, commas, aligned spaces or HTML. */
export async function extractPlain(bytes: Uint8Array): Promise<Result<Extraction>> {
  if (bytes.length > limits.bytes) return tooLarge();
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const split = splitLines(decoded.value.value);
  const lines = numberPages(split.value);
  const notes: readonly Note[] = [...decoded.value.notes, ...split.notes];
  const records = readCsv(lines);
  if (records !== undefined) {
    const { value, notes: more } = readRecords(records);
    return accept({
      mediaType: 'text/csv',
      pages: [],
      blocks: value,
      attachments: [],
      notes: [...notes, ...more],
    });
  }
  const { value, notes: more } = await readBlocks(lines);
  return accept({
    mediaType: 'text/plain',
    pages: [],
    blocks: value,
    attachments: [],
    notes: [...notes, ...more],
  });
}

/** Runs of records are grids; a record of one field stands for itself, and blank lines keep grids apart. */
function readRecords(records: readonly FieldRow[]): Reading<readonly Block[]> {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let run: FieldRow[] = [];
  let counts = { grids: 0, cells: 0 };
  const endRun = (): void => {
    const { value, notes: more } = gridOf(run, counts);
    for (const block of value) {
      blocks.push(block);
      if (block.kind === 'grid')
        counts = { grids: counts.grids + 1, cells: counts.cells + block.grid.cells.length };
    }
    notes.push(...more);
    run = [];
  };
  for (const record of records) {
    if (record.fields.length > 1) run.push(record);
    else {
      if (run.length > 0) endRun();
      blocks.push(...readProse(lineOf(record)));
    }
  }
  if (run.length > 0) endRun();
  return { value: blocks, notes };
}

/** The only field of a record, without its quotation marks. */
function lineOf({ line, fields }: FieldRow): Line {
  return { ...line, text: fields[0] ?? '' };
}

function tooLarge(): Result<Extraction> {
  const megabytes = limits.bytes / 1024 / 1024;
  return refuse('file/too-large', {
    zh: `文本文件超过 ${megabytes} MB，没有读取；请拆分后再试`,
    en: `the text file is larger than ${megabytes} MB and was not read; split it and try again`,
  });
}

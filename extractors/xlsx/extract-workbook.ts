import type { Block, Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result } from '../../model/outcome-channels.ts';
import {
  damagedWorkbook,
  encryptedWorkbook,
  prepareWorkbook,
  type WorkbookKind,
} from './prepare-workbook.ts';
import { readSheets, type Sheet } from './read-sheets.ts';
import { sheetBlocks } from './sheet-blocks.ts';

const mediaTypes: Readonly<Record<WorkbookKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  'spreadsheet-xml': 'application/xml',
};

/** Reads the visible sheets of a workbook. Refuses `xlsx/too-large`, `xlsx/damaged` and `office/encrypted`. */
export async function extractWorkbook(bytes: Uint8Array, kind: WorkbookKind): Promise<Result<Extraction>> {
  const prepared = await prepareWorkbook(bytes, kind);
  if (!prepared.ok) return prepared;
  const sheets = await openSheets(prepared.value.content, prepared.value.bytes);
  if (!sheets.ok) return sheets;
  const { blocks, notes } = blocksOf(sheets.value);
  return accept({
    mediaType: mediaTypes[kind],
    pages: [],
    blocks,
    attachments: [],
    notes: [...prepared.value.notes, ...notes],
  });
}

/** Inflated bytes up to which empty cells are looked at, to find formulas without a result. */
const emptyCellBytes = 30_000_000;

async function openSheets(
  content: Uint8Array | string,
  inflatedBytes: number,
): Promise<Result<readonly Sheet[]>> {
  try {
    await knowCodepages();
    const sheets = readSheets(content, inflatedBytes <= emptyCellBytes ? 'read' : 'skipped');
    return sheets.length === 0 ? damagedWorkbook() : accept(sheets);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return /password|encrypt/i.test(reason) ? encryptedWorkbook() : damagedWorkbook();
  }
}

/** Workbooks of Excel 5 and 95 hold text in GBK. */
async function knowCodepages(): Promise<void> {
  const [{ set_cptable }, codepages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  set_cptable(codepages);
}

function blocksOf(sheets: readonly Sheet[]) {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let tables = 0;
  for (const sheet of sheets) {
    if (sheet.visibility === 'hidden') {
      if (sheet.cells.length > 0) notes.push(hiddenSheet(sheet.name));
      continue;
    }
    const read = sheetBlocks(sheet, tables);
    tables += read.grids;
    blocks.push(...read.blocks);
    notes.push(...read.notes);
    if (read.hiddenCells > 0) notes.push(hiddenCells(sheet.name, read.hiddenCells));
    if (sheet.cutCells > 0) notes.push(cut(sheet));
    if (sheet.withoutResult.length > 0) notes.push(withoutResult(sheet));
  }
  return { blocks, notes };
}

function hiddenSheet(sheet: string): Note {
  const message = { zh: `工作表“${sheet}”已隐藏，未读取`, en: `the hidden sheet “${sheet}” was left out` };
  return note('xlsx/hidden-sheet', message, { sheet });
}

function hiddenCells(sheet: string, count: number): Note {
  const message = {
    zh: `工作表“${sheet}”的隐藏行、列中有 ${count} 个单元格未读取`,
    en: `${count} cells in hidden rows or columns of “${sheet}” were left out`,
  };
  return note('xlsx/hidden-cells', message, { sheet });
}

function cut(sheet: Sheet): Note {
  const message = {
    zh: `工作表“${sheet.name}”过大，末尾 ${sheet.cutCells} 个单元格未读取`,
    en: `“${sheet.name}” is too large: its last ${sheet.cutCells} cells were not read`,
  };
  return note('grid/too-large', message, { sheet: sheet.name });
}

function withoutResult(sheet: Sheet): Note {
  const count = sheet.withoutResult.length;
  const [cell = ''] = sheet.withoutResult;
  const message = {
    zh: `工作表“${sheet.name}”有 ${count} 个公式没有保存结果（如 ${cell}），按空白读取；用 Excel 打开并保存后再检查`,
    en: `${count} formulas of “${sheet.name}” were saved without a result (${cell} …) and read as empty; open and save the file in Excel`,
  };
  return note('xlsx/formula-without-result', message, { sheet: sheet.name, cell });
}

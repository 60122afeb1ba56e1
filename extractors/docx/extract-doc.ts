import type { Block, Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result } from '../../model/outcome-channels.ts';
import { docBlocks } from './binary/doc-blocks.ts';
import { damagedDoc, openWordFile, type WordFile } from './binary/open-word-file.ts';
import { type ParagraphCounts, readParagraphs } from './binary/read-paragraphs.ts';

/**
 * Reads the paragraphs and tables of a Word 97 to 2003 file (`.doc`, `.wps`), with merged cells. Refuses `doc/damaged`,
 * `doc/too-old` and `office/encrypted`.
 */
export async function extractDoc(bytes: Uint8Array): Promise<Result<Extraction>> {
  try {
    const file = openWordFile(bytes);
    return file.ok ? accept(readFile(file.value)) : file;
  } catch (error) {
    // positions of a damaged file point outside its streams
    if (error instanceof RangeError) return damagedDoc();
    throw error;
  }
}

function readFile(file: WordFile): Extraction {
  const counts: ParagraphCounts = { deleted: 0, hidden: 0 };
  const body = docBlocks(readParagraphs(file, file.text, counts));
  const boxes = docBlocks(readParagraphs(file, file.textBoxes, counts));
  return {
    mediaType: 'application/msword',
    pages: [],
    blocks: [...body.blocks, ...afterTables(boxes.blocks, body.blocks)],
    attachments: [],
    notes: [...body.notes, ...boxes.notes, ...leftOut(counts)],
  };
}

/** Tables in text boxes are numbered after those of the text. */
function afterTables(blocks: readonly Block[], before: readonly Block[]): readonly Block[] {
  const first = before.filter((block) => block.kind === 'grid').length;
  return blocks.map((block) => {
    if (block.kind === 'prose') return block;
    const table = first + (block.grid.place.table ?? 0);
    const cells = block.grid.cells.map((cell) => ({ ...cell, place: { ...cell.place, table } }));
    return { kind: 'grid', grid: { ...block.grid, cells, place: { ...block.grid.place, table } } };
  });
}

function leftOut(counts: ParagraphCounts): readonly Note[] {
  const notes: Note[] = [];
  if (counts.deleted > 0) {
    notes.push(
      note('docx/tracked-changes', {
        zh: `文件含修订，按接受修订后的内容读取（略去已删除的 ${counts.deleted} 个字）`,
        en: `the file has tracked changes; ${counts.deleted} deleted characters were left out`,
      }),
    );
  }
  if (counts.hidden > 0) {
    notes.push(
      note('docx/hidden-left-out', {
        zh: `${counts.hidden} 个隐藏的字未读取`,
        en: `${counts.hidden} hidden characters were left out`,
      }),
    );
  }
  return notes;
}

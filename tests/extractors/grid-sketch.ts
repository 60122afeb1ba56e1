import type { Extraction, Grid } from '../../model/extraction.ts';
import type { Result } from '../../model/outcome-channels.ts';

/** The grids of an extraction that must have succeeded. */
export function gridsOf(result: Result<Extraction>): readonly Grid[] {
  return extractionOf(result).blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
}

export function proseOf(result: Result<Extraction>): readonly string[] {
  return extractionOf(result).blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : []));
}

export function extractionOf(result: Result<Extraction>): Extraction {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

export function noteCodes(result: Result<Extraction>): readonly string[] {
  return extractionOf(result).notes.map((each) => each.code);
}

/** A grid as rows of texts: a cell's text stands in its first slot, `<` and `^` in the slots it spans. */
export function sketch(grid: Grid | undefined): readonly (readonly string[])[] {
  if (!grid) return [];
  const rows = Array.from({ length: grid.rowCount }, () => Array<string>(grid.columnCount).fill('?'));
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const line = rows[row];
        if (line?.[column] !== '?') throw new Error(`slot ${row},${column} is taken twice or outside`);
        line[column] = row > cell.row ? '^' : column > cell.column ? '<' : cell.text;
      }
    }
  }
  if (rows.flat().includes('?')) throw new Error('a slot has no cell');
  return rows;
}

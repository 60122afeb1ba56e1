import { extractPlain } from '../../../extractors/plain/extract-plain.ts';
import type { Extraction, Grid } from '../../../model/extraction.ts';

/** Reads a text or bytes that must be readable. */
export async function read(source: string | Uint8Array): Promise<Extraction> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const result = await extractPlain(bytes);
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

export function gridsOf(extraction: Extraction): readonly Grid[] {
  return extraction.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
}

export function proseOf(extraction: Extraction): readonly string[] {
  return extraction.blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : []));
}

/** `row,column text` of every cell. */
export function cellsOf(grid: Grid | undefined): readonly string[] {
  return (grid?.cells ?? []).map(({ row, column, text }) => `${row},${column} ${text}`);
}

/** The texts of a grid by row and column, `''` where there is no cell. */
export function matrixOf(grid: Grid | undefined): readonly (readonly string[])[] {
  const rows = Array.from({ length: grid?.rowCount ?? 0 }, () =>
    Array.from({ length: grid?.columnCount ?? 0 }, () => ''),
  );
  for (const { row, column, text } of grid?.cells ?? []) {
    const cells = rows[row];
    if (cells !== undefined) cells[column] = text;
  }
  return rows;
}

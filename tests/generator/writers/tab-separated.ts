import type { LaidDocument, LaidTable } from '../layout/laid-out.ts';
import { oneLine, toMatrix } from './matrix.ts';

/** How many indicator rows stand on a page; every page after the first begins with the header again. */
export type Paging = { readonly rowsPerPage: number };

/** Page-wise text with tabs between cells, as published text is often printed. */
export function writeTabSeparated({ blocks }: LaidDocument, paging: Paging): string {
  const parts = blocks.map((block) =>
    block.kind === 'table' ? tableLines(block.table, paging).join('\n') : `\n${block.text}\n`,
  );
  return `${parts.join('\n')}\n`;
}

function tableLines(table: LaidTable, { rowsPerPage }: Paging): string[] {
  const lines = toMatrix(table).map((texts) => texts.map((text) => oneLine(text ?? '')).join('\t'));
  const headers = lines.filter((_, index) => table.rows[index]?.kind === 'header');
  let printed = 0;
  return lines.flatMap((line, index) => {
    if (table.rows[index]?.kind !== 'indicator') return [line];
    printed += 1;
    return printed > 1 && (printed - 1) % rowsPerPage === 0 ? ['', ...headers, line] : [line];
  });
}

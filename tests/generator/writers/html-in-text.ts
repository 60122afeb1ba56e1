import type { LaidDocument, LaidTable } from '../layout/laid-out.ts';

/** Plain text in which only the tables are HTML, as converted documents often are. */
export function writeHtmlInText({ blocks }: LaidDocument): string {
  return `${blocks.map((block) => (block.kind === 'table' ? htmlTable(block.table) : block.text)).join('\n\n')}\n`;
}

/** A table with row and column spans; texts that already hold mark-up of their own keep it. */
export function htmlTable({ rows }: LaidTable): string {
  const lines = rows.map(({ cells }) => {
    const drawn = cells.map(({ text, rowSpan, columnSpan }) => {
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
      return `<td${spans}>${escapeText(text)}</td>`;
    });
    return `<tr>${drawn.join('')}</tr>`;
  });
  return `<table>\n${lines.join('\n')}\n</table>`;
}

export function escapeText(text: string): string {
  return text
    .split(/(<\/?p>|<br>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .join('')
    .replaceAll('\n', '<br>');
}

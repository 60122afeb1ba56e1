import type { LaidDocument, LaidTable } from '../layout/laid-out.ts';
import { toMatrix } from './matrix.ts';

/** A Markdown document with one pipe table an assessment. */
export function writeMarkdown({ blocks }: LaidDocument): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'table') return pipeTable(block.table);
    return block.kind === 'title' ? `# ${block.text}` : block.text;
  });
  return `${parts.join('\n\n')}\n`;
}

function pipeTable(table: LaidTable): string {
  const lines = toMatrix(table).map((texts) => `| ${texts.map((text) => inCell(text ?? '')).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(table.columnCount)}`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');

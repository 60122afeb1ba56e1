import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from '../generator/families/index.ts';
import { layOut } from '../generator/layout/lay-out.ts';
import { seeded } from '../generator/random.ts';
import { htmlTable } from '../generator/writers/html-in-text.ts';
import { writeHtmlPage } from '../generator/writers/markup/html-page.ts';
import { writeRuledPdf } from '../generator/writers/pdf/ruled-pdf.ts';
import { writeWordDocument } from '../generator/writers/word-document.ts';
import { writeWorkbook } from '../generator/writers/workbook.ts';
import { zip } from '../generator/writers/zip.ts';

export const formats = ['docx', 'xlsx', 'pdf', 'zip', 'doc', 'xls'] as const;
export type Format = (typeof formats)[number];

const forms = ['F1', 'F3', 'F6', 'F13'].filter((name) => canMake(name));

function canMake(family: string): boolean {
  try {
    return generate(family, 1) !== undefined;
  } catch {
    return false;
  }
}

const laid = (seed: number) => layOut(generate(forms[seed % forms.length] ?? 'F1', seed));

const sample = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, '../../samples', name));

/**
 * A self-assessment as a file. The older Office formats have no writer here; their files are the project's own samples, made to differ
 * by bytes that stand behind the container.
 */
export async function assessmentFile(format: Format, seed: number): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeWordDocument(laid(seed));
    case 'xlsx':
      return writeWorkbook([laid(seed)], { random: seeded(seed), figures: 'texts', cover: 'none' });
    case 'pdf':
      return writeRuledPdf(laid(seed), { rulings: 'strokes', random: seeded(seed) }).bytes;
    case 'zip':
      return zip(
        [1, 2].map((part) => ({ name: `自评表${part}.html`, text: assessmentPage(seed * 10 + part) })),
      );
    case 'doc':
      return Buffer.concat([sample('department-jiangxi.doc'), Buffer.alloc(8, seed % 251)]);
    case 'xls':
      return Buffer.concat([sample('department-fujian.xls'), Buffer.alloc(8, seed % 251)]);
  }
}

export function assessmentPage(seed: number): string {
  return writeHtmlPage(laid(seed), {
    markup: 'plain',
    surroundings: 'none',
    hiddenRows: 'none',
    declaredCharset: 'utf-8',
  });
}

/** The table of a self-assessment as it is pasted into an article. */
export function assessmentTable(seed: number): string {
  return laid(seed)
    .blocks.map((block) => (block.kind === 'table' ? htmlTable(block.table) : `<p>${block.text}</p>`))
    .join('\n');
}

/** A file of the same formats that holds no assessment. */
export function otherFile(seed: number): Uint8Array {
  return writeWordDocument({
    blocks: [
      { kind: 'title', text: `工作材料之${seed}` },
      { kind: 'prose', text: '本材料不含自评内容。' },
    ],
  });
}

import { deflateSync } from 'node:zlib';
import type { LaidDocument } from '../../layout/laid-out.ts';
import type { Random } from '../../random.ts';
import { drawRulings, type RulingStyle } from './draw-rulings.ts';
import { breakLines } from './measure.ts';
import { type PlacedCell, page, placeTable, plainText } from './place-table.ts';

export type RuledPdf = { readonly bytes: Uint8Array; readonly cells: readonly PlacedCell[] };

/** A PDF written by hand in the standard Chinese font (not embedded, as older programs do), with where each cell stands. */
export function writeRuledPdf(
  { blocks }: LaidDocument,
  style: { rulings: RulingStyle; random: Random },
): RuledPdf {
  const contents: string[][] = [[]];
  const cells: PlacedCell[] = [];
  let at: { page: number; top: number } = { page: 1, top: page.margin };
  const onPage = (number: number): string[] => {
    while (contents.length < number) contents.push([]);
    return contents[number - 1] ?? [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const placed = placeTable(block.table, at);
      cells.push(...placed.cells);
      for (let number = at.page; number <= placed.endPage; number += 1) {
        const here = placed.cells.filter((cell) => cell.page === number);
        if (here.length > 0)
          onPage(number).push(drawRulings(here, style.rulings, style.random), ...here.map(drawCell));
      }
      at = { page: placed.endPage, top: placed.endTop + page.leading };
      continue;
    }
    for (const line of breakLines(plainText(block.text), page.width - 2 * page.margin, page)) {
      if (at.top + page.leading > page.height - page.margin) at = { page: at.page + 1, top: page.margin };
      onPage(at.page).push(drawText(line, page.margin, at.top + page.size));
      at = { page: at.page, top: at.top + page.leading };
    }
    at = { page: at.page, top: at.top + page.padding };
  }
  return { bytes: writeFile(contents.map((operators) => operators.join('\n'))), cells };
}

const drawCell = ({ lines, box }: PlacedCell): string =>
  lines
    .map((line, index) =>
      drawText(line, box[0] + page.padding, box[1] + page.padding + page.size + index * page.leading),
    )
    .join('\n');

function drawText(text: string, left: number, baseline: number): string {
  if (text === '') return '';
  const codes = [...text]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('');
  return `BT /F1 ${page.size} Tf ${left.toFixed(2)} ${(page.height - baseline).toFixed(2)} Td <${codes}> Tj ET`;
}

/** Objects, cross-reference table and trailer (ISO 32000-1, 7.5). */
function writeFile(contents: readonly string[]): Uint8Array {
  const first = 6;
  const kids = contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  contents.forEach((operators, index) => {
    const packed = deflateSync(Buffer.from(operators, 'latin1'));
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
        packed,
        Buffer.from('\nendstream', 'latin1'),
      ]),
    );
  });
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end, 'latin1')]));
}

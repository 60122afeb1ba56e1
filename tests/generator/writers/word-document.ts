import type { LaidDocument, LaidRow, LaidTable } from '../layout/laid-out.ts';
import { zip } from './zip.ts';

/** A Word document (ECMA-376): tables with `gridSpan` and `vMerge`, header rows that repeat on each page. */
export function writeWordDocument({ blocks }: LaidDocument): Uint8Array {
  const body = blocks
    .map((block) => (block.kind === 'table' ? drawTable(block.table) : paragraph(block.text)))
    .join('');
  const section =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720"/></w:sectPr>';
  return zip([
    { name: '[Content_Types].xml', text: contentTypes },
    { name: '_rels/.rels', text: relations },
    {
      name: 'word/document.xml',
      text: `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}${section}</w:body></w:document>`,
    },
  ]);
}

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const contentTypes = `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const relations = `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Word cuts a text into runs at will; so do we, where digits begin. */
function runs(line: string): string {
  return line
    .split(/(?=[0-9]{2})/)
    .map(
      (run) =>
        `<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">${escapeXml(run)}</w:t></w:r>`,
    )
    .join('');
}

function paragraph(text: string): string {
  return text
    .replaceAll(/<\/?p>/g, '\n')
    .split('\n')
    .filter((line, index, lines) => line !== '' || lines.length === 1 || index === 0)
    .map((line) => `<w:p>${line === '' ? '' : runs(line)}</w:p>`)
    .join('');
}

function drawTable(table: LaidTable): string {
  const width = Math.floor(15000 / table.columnCount);
  const columns = `<w:gridCol w:w="${width}"/>`.repeat(table.columnCount);
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const rows = table.rows.map((row, index) => drawRow(row, { table, index, width })).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="15000" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows}</w:tbl><w:p/>`;
}

type RowPlace = { readonly table: LaidTable; readonly index: number; readonly width: number };

function drawRow(row: LaidRow, { table, index, width }: RowPlace): string {
  const heads = row.kind === 'header' ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
  const cells: string[] = [];
  let column = 0;
  while (column < table.columnCount) {
    const anchor = row.cells.find((cell) => cell.column === column);
    const above = anchor ? undefined : coveringCell(table, index, column);
    const span = anchor?.columnSpan ?? above?.columnSpan ?? 1;
    const merge = anchor
      ? anchor.rowSpan > 1
        ? '<w:vMerge w:val="restart"/>'
        : ''
      : above
        ? '<w:vMerge/>'
        : '';
    const properties = `<w:tcW w:w="${width * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}`;
    cells.push(`<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(anchor?.text ?? '')}</w:tc>`);
    column += span;
  }
  return `<w:tr>${heads}${cells.join('')}</w:tr>`;
}

function coveringCell({ rows }: LaidTable, index: number, column: number) {
  for (let above = index - 1; above >= 0; above -= 1) {
    const cell = rows[above]?.cells.find((candidate) => candidate.column === column);
    if (cell && above + cell.rowSpan > index) return cell;
  }
  return undefined;
}

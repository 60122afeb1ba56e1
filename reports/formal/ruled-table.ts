import {
  BorderStyle,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellLine, type Look, textWidth } from './typography.ts';

/** A column: its heading, its share of the text's width, where its texts stand. */
export type RuledColumn = {
  readonly heading: string;
  readonly share: number;
  readonly align?: Look['align'];
};

/** A cell: its lines, and whether they ask for a look. */
export type RuledCell = { readonly lines: readonly string[]; readonly tone?: 'bad' | 'doubtful' | 'good' };

/** Pale enough to be read through when printed in grey; the words say it as well. */
const tones = { bad: 'F8D7D3', doubtful: 'FBEBC8', good: 'DDEFE6' } as const;

const rule = { style: BorderStyle.SINGLE, size: 4, color: '666666' };
const rules = { top: rule, bottom: rule, left: rule, right: rule };

/** A ruled table as wide as the text, its heading repeated on each page, its rows kept whole. */
export function ruledTable(
  columns: readonly RuledColumn[],
  rows: readonly (readonly (RuledCell | string)[])[],
): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / all) * textWidth));
  const cellOf = (cell: RuledCell | string, index: number, look: Look): TableCell => {
    const { lines, tone } = typeof cell === 'string' ? { lines: [cell], tone: undefined } : cell;
    return new TableCell({
      children: lines.map((text) => cellLine(text, { align: columns[index]?.align ?? 'start', ...look })),
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      verticalAlign: VerticalAlign.CENTER,
      borders: rules,
      ...(tone === undefined
        ? {}
        : { shading: { type: ShadingType.CLEAR, fill: tones[tone], color: 'auto' } }),
    });
  };
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, index) =>
          cellOf(heading, index, { face: 'hei', align: 'center' }),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((cell, index) => cellOf(cell, index, {})) }),
      ),
    ],
  });
}

/** Names and values side by side, without rules. */
export function factTable(facts: readonly (readonly [name: string, value: string])[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const widths = [Math.floor(textWidth * 0.2), Math.floor(textWidth * 0.8)];
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: facts.map(
      ([name, value]) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children: [cellLine(name, { face: 'hei' })],
              width: { size: widths[0] ?? 0, type: WidthType.DXA },
              margins: { top: 30, bottom: 30 },
              borders,
            }),
            new TableCell({
              children: [cellLine(value)],
              width: { size: widths[1] ?? 0, type: WidthType.DXA },
              margins: { top: 30, bottom: 30 },
              borders,
            }),
          ],
        }),
    ),
  });
}

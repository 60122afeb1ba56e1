import {
  AlignmentType,
  convertMillimetersToTwip,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { visibleLine } from '../visible-text.ts';

/** Text area of an A4 page with the margins of GB/T 9704, in twentieths of a point. */
export const pageMargins = {
  top: convertMillimetersToTwip(37),
  bottom: convertMillimetersToTwip(32),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
};
export const textWidth = convertMillimetersToTwip(210 - 28 - 26);

/**
 * Faces of Chinese official documents. A program without one of them falls back to another of the same language, which the run
 * names: `eastAsia` decides the face of Chinese, `ascii` that of Latin letters and figures.
 */
const faces = { song: '宋体', fangsong: '仿宋', hei: '黑体', kai: '楷体' } as const;

type Face = keyof typeof faces;

/** Sizes in half-points, by their Chinese names: 二号, 三号, 四号, 五号. */
export const sizes = { two: 44, three: 32, four: 28, five: 21 } as const;

export type Look = {
  readonly face?: Face;
  readonly size?: keyof typeof sizes;
  readonly weight?: 'bold';
  readonly align?: 'start' | 'center' | 'end';
};

/** A run of a document's or our own text, made inert. */
function run(text: string, { face = 'fangsong', size = 'four', weight }: Look): TextRun {
  const options: IRunOptions = {
    text: visibleLine(text),
    size: sizes[size],
    bold: weight === 'bold',
    font: {
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      eastAsia: faces[face],
      hint: 'eastAsia',
    },
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  };
  return new TextRun(options);
}

const alignments = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

/** A paragraph of prose: two characters in, lines of 27 points. */
export function prose(text: string): Paragraph {
  return new Paragraph({
    children: [run(text, {})],
    indent: { firstLine: sizes.four * 20 },
    spacing: { line: 540, lineRule: LineRuleType.EXACT, after: 40 },
  });
}

/** A line of a table's cell. */
export function cellLine(text: string, look: Look = {}): Paragraph {
  return new Paragraph({
    children: [run(text, { size: 'five', face: 'song', ...look })],
    alignment: alignments[look.align ?? 'start'],
    spacing: { line: 300, lineRule: LineRuleType.EXACT },
  });
}

/** A heading: of the report, of a section, of a part of one, of a table. */
export function heading(text: string, level: 'title' | 'section' | 'part' | 'table'): Paragraph {
  const look = {
    title: { face: 'song', size: 'two', weight: 'bold' },
    section: { face: 'hei', size: 'three' },
    part: { face: 'kai', size: 'three' },
    table: { face: 'hei', size: 'four' },
  } as const;
  return new Paragraph({
    children: [run(text, look[level])],
    alignment: level === 'title' ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: true,
    ...(level === 'title' ? {} : { outlineLevel: { section: 0, part: 1, table: 2 }[level] }),
    spacing: level === 'title' ? { after: 160 } : { before: level === 'table' ? 140 : 260, after: 100 },
  });
}

/** A line with nothing around it, such as the number below the title. */
export function line(text: string, look: Look = {}): Paragraph {
  return new Paragraph({
    children: [run(text, look)],
    alignment: alignments[look.align ?? 'start'],
    spacing: { after: 80 },
  });
}

/** A line to sign on, with room above it; all of them stay on one page. */
export function signatureLine(text: string): Paragraph {
  return new Paragraph({
    children: [run(text, {})],
    spacing: { before: 300 },
    keepNext: true,
    keepLines: true,
  });
}

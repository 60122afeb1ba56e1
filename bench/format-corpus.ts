import { families, generate } from '../tests/generator/families/index.ts';
import type { LaidDocument } from '../tests/generator/layout/laid-out.ts';
import { layOut } from '../tests/generator/layout/lay-out.ts';
import { derive, seeded } from '../tests/generator/random.ts';
import { expectedOf } from '../tests/generator/scoreboard/expected.ts';
import { encodeGb18030 } from '../tests/generator/writers/encode-gb18030.ts';
import { type PageStyle, writeHtmlPage } from '../tests/generator/writers/markup/html-page.ts';
import type { RulingStyle } from '../tests/generator/writers/pdf/draw-rulings.ts';
import { convertWithOffice, findProgram, printPages } from '../tests/generator/writers/pdf/print.ts';
import { writeRuledPdf } from '../tests/generator/writers/pdf/ruled-pdf.ts';
import { writeWordDocument } from '../tests/generator/writers/word-document.ts';
import { writeWorkbook } from '../tests/generator/writers/workbook.ts';
import type { Entry } from './entry.ts';

type Writer = (document: LaidDocument, seed: number) => Uint8Array | Promise<Uint8Array>;

const plainPage: PageStyle = {
  markup: 'plain',
  surroundings: 'none',
  hiddenRows: 'none',
  declaredCharset: 'utf-8',
};

const page =
  (style: Partial<PageStyle>): Writer =>
  (document) =>
    new TextEncoder().encode(writeHtmlPage(document, { ...plainPage, ...style }));

const ruled =
  (rulings: RulingStyle): Writer =>
  (document, seed) =>
    writeRuledPdf(document, { rulings, random: seeded(derive(seed, rulings)) }).bytes;

const workbook =
  (figures: 'numbers' | 'texts', cover: 'none' | 'sheet'): Writer =>
  (document, seed) =>
    writeWorkbook([document], { random: seeded(derive(seed, figures)), figures, cover });

/** Formats that are written here, without any other program. */
export const formatWriters: Readonly<Record<string, Writer>> = {
  'web page': page({ surroundings: 'site', hiddenRows: 'some' }),
  'web page from word': page({ markup: 'word', surroundings: 'site' }),
  'web page gb18030': (document) =>
    encodeGb18030(writeHtmlPage(document, { ...plainPage, markup: 'excel', declaredCharset: 'none' })),
  word: writeWordDocument,
  'excel numbers': workbook('numbers', 'sheet'),
  'excel texts': workbook('texts', 'none'),
  'pdf strokes': ruled('strokes'),
  'pdf fills': ruled('fills'),
  'pdf boxes': ruled('boxes'),
  'pdf double': ruled('double'),
  'pdf open': ruled('open'),
  'pdf gaps': ruled('gaps'),
};

/** One document a family and seed in every format. */
export async function formatEntries(seeds: readonly number[]): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const family of Object.keys(families))
    for (const seed of seeds) {
      const document = generate(family, seed);
      for (const [group, write] of Object.entries(formatWriters))
        entries.push({
          group,
          name: `${family}-${seed}`,
          bytes: await write(layOut(document), seed),
          expected: expectedOf(document),
        });
    }
  return entries;
}

/** One document a family, printed by a browser and by an office program; nothing where they are not installed. */
export async function printedEntries(seed: number): Promise<readonly Entry[]> {
  const documents = Object.keys(families).map((family) => ({ family, document: generate(family, seed) }));
  const entry = (group: string, index: number, bytes: Uint8Array): Entry[] => {
    const made = documents[index];
    return made
      ? [{ group, name: `${made.family}-${seed}`, bytes, expected: expectedOf(made.document) }]
      : [];
  };
  const entries: Entry[] = [];
  if (findProgram('chromium') !== undefined) {
    const pages = documents.map(({ document }) => writeHtmlPage(layOut(document), plainPage));
    entries.push(
      ...(await printPages(pages)).flatMap((bytes, index) => entry('printed by a browser', index, bytes)),
    );
  }
  if (findProgram('office') !== undefined) {
    const words = documents.map(({ family, document }) => ({
      name: `${family}.docx`,
      bytes: writeWordDocument(layOut(document)),
    }));
    entries.push(...convertWithOffice(words).flatMap((bytes, index) => entry('word to pdf', index, bytes)));
    const books: { name: string; bytes: Uint8Array }[] = [];
    for (const { family, document } of documents)
      books.push({
        name: `${family}.xlsx`,
        bytes: await workbook('numbers', 'none')(layOut(document), seed),
      });
    entries.push(...convertWithOffice(books).flatMap((bytes, index) => entry('excel to pdf', index, bytes)));
  }
  return entries;
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, write } from '@e965/xlsx';
import { families, generate } from '../../tests/generator/families/index.ts';
import type { LaidDocument } from '../../tests/generator/layout/laid-out.ts';
import { layOut } from '../../tests/generator/layout/lay-out.ts';
import { writeTabSeparated } from '../../tests/generator/writers/tab-separated.ts';
import { formatWriters, type Writer } from '../format-corpus.ts';

const samples = path.join(import.meta.dirname, '..', '..', 'samples');
const copies = 6;

const written = (name: string): Writer => {
  const writer = formatWriters[name];
  if (!writer) throw new Error(`no writer ${name}`);
  return writer;
};

const oldWorkbook: Writer = async (document, seed) => {
  const book = read(await written('excel numbers')(document, seed));
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
};

const text: Writer = (document) => new TextEncoder().encode(writeTabSeparated(document, { rowsPerPage: 6 }));

/** How the documents of a format are made: one of each family, or copies of a sample that another program wrote. */
const sources = {
  text: { write: text },
  html: { write: written('web page from word') },
  docx: { write: written('word') },
  doc: { sample: 'department-jiangxi.doc' },
  xlsx: { write: written('excel numbers') },
  xls: { write: oldWorkbook },
  pdf: { write: written('pdf strokes') },
  'printed-pdf': { sample: 'project-shandong.pdf' },
} as const satisfies Readonly<Record<string, { write: Writer } | { sample: string }>>;

export type Format = keyof typeof sources;

export const formats = Object.keys(sources).filter(isFormat);

export function isFormat(name: string): name is Format {
  return Object.hasOwn(sources, name);
}

/** Writes the documents of a format into a folder of its own under `folder` and gives that folder's path. */
export async function writeDocuments(format: Format, folder: string): Promise<string> {
  const target = path.join(folder, format);
  mkdirSync(target);
  const source = sources[format];
  if ('sample' in source) {
    const bytes = readFileSync(path.join(samples, source.sample));
    for (let copy = 0; copy < copies; copy += 1) writeFileSync(path.join(target, `${copy}`), bytes);
    return target;
  }
  for (const { name, document, seed } of oneOfEachFamily())
    writeFileSync(path.join(target, name), await source.write(document, seed));
  return target;
}

function oneOfEachFamily(): { name: string; document: LaidDocument; seed: number }[] {
  return Object.keys(families).flatMap((family) =>
    [5001].map((seed) => ({
      name: `${family}-${seed}`,
      document: layOut(generate(family, seed)),
      seed,
    })),
  );
}

/** The documents of a folder that `writeDocuments` made. */
export function readDocuments(folder: string): readonly Uint8Array[] {
  return readdirSync(folder).map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
}

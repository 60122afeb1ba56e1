import type { Block, Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import { decodeHtml } from './decode-html.ts';
import { readHtml } from './extract-html.ts';

/** Parts of one archive that are looked at; Excel writes one for each sheet. */
const partLimit = 500;

/** Levels of multipart inside multipart. */
const depthLimit = 4;

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array };

/**
 * Reads the pages inside a web archive (MHTML, RFC 2557), which Word and Excel save and servers hand out as `.doc` or `.xls`;
 * all its HTML parts in their order. Refuses `html/no-page` when it holds none.
 */
export async function extractMhtml(bytes: Uint8Array): Promise<Result<Extraction>> {
  const pages = partsOf(parsePart(bytes), 0).filter((part) => mediaTypeOf(part).includes('html'));
  const readings = pages.map((part) => {
    const { value, notes } = decodeHtml(withCharset(part));
    return readHtml(value, notes);
  });
  const refused = readings.find((reading) => !reading.ok);
  if (refused) return refused;
  const extractions = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  if (extractions.length === 0) return noPage();
  return accept({
    mediaType: 'multipart/related',
    pages: [],
    blocks: renumbered(extractions.map((extraction) => extraction.blocks)),
    attachments: extractions.flatMap((extraction) => extraction.attachments),
    notes: distinctNotes(extractions.flatMap((extraction) => extraction.notes)),
  });
}

/** Tables are numbered through the whole document. */
function renumbered(pages: readonly (readonly Block[])[]): readonly Block[] {
  let table = -1;
  return pages.flat().map((block) => {
    if (block.kind === 'prose') return block;
    table += 1;
    const number = table;
    const cells = block.grid.cells.map((cell) => ({ ...cell, place: { ...cell.place, table: number } }));
    return { kind: 'grid', grid: { ...block.grid, cells, place: { ...block.grid.place, table: number } } };
  });
}

function distinctNotes(notes: readonly Note[]): readonly Note[] {
  return [...new Map(notes.map((each) => [`${each.code} ${each.message.en}`, each])).values()];
}

function partsOf(part: Part, depth: number): readonly Part[] {
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(part.headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || depth > depthLimit) return [part];
  const text = Buffer.from(part.body).toString('latin1');
  return text
    .split(`--${mark}`)
    .slice(1, partLimit)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsOf(parsePart(Buffer.from(piece.replace(/^\r?\n/, ''), 'latin1')), depth + 1));
}

function parsePart(bytes: Uint8Array): Part {
  const text = Buffer.from(bytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const match = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
        return match ? [[(match[1] ?? '').toLowerCase(), match[2] ?? ''] as const] : [];
      }),
  );
  const body = end ? text.slice(end.index + end[0].length) : '';
  return { headers, body: decodeTransfer(body, headers.get('content-transfer-encoding') ?? '') };
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const decoded = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(decoded, 'latin1');
}

const mediaTypeOf = (part: Part): string => (part.headers.get('content-type') ?? '').toLowerCase();

/** A charset of the part's header is put where the page would declare it. */
function withCharset(part: Part): Uint8Array {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(mediaTypeOf(part))?.[1];
  const declaration = charset === undefined ? '' : `<meta charset="${charset}">`;
  return Buffer.concat([Buffer.from(declaration), part.body]);
}

function noPage<T>(): Result<T> {
  return refuse('html/no-page', {
    zh: '网页归档文件中没有网页',
    en: 'the web archive holds no page',
  });
}

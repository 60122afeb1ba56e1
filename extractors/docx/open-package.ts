import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import { newZipBudget, readZip, type ZipMember } from '../archive/read-zip.ts';

/** The parts of a Word file that are read. */
export type WordPackage = {
  /** The main part, as XML text. */
  readonly document: string;
  /** The bytes of an embedded file, by the id of its relationship. */
  readonly embedded: (relationshipId: string) => Uint8Array | undefined;
};

/** Parts that hold text or say where it is; pictures stay packed. */
const wantedPart = /\.rels$|\.xml$|\.x?html?$|\.mht(?:ml)?$|\.bin$|\.dat$/i;

/** Takes a docx apart. Refuses `docx/damaged` and `docx/too-large`. */
export async function openPackage(bytes: Uint8Array): Promise<Result<WordPackage>> {
  const read = await readZip(bytes, newZipBudget(), (name) => wantedPart.test(name));
  if (!read.ok) return read;
  const parts = new Map(read.value.map((member) => [member.name.toLowerCase(), member]));
  const path = mainPath(parts);
  const main = parts.get(path) ?? read.value.find((member) => /^word\/document\d*\.xml$/i.test(member.name));
  if (main?.kind === 'skipped' && main.reason === 'too-large') {
    return refuse('docx/too-large', { zh: '文档过大', en: 'the document is too large' });
  }
  if (main?.kind !== 'read') {
    return refuse('docx/damaged', {
      zh: '文档已损坏，没有可读取的正文',
      en: 'the document is damaged: it has no readable body',
    });
  }
  const targets = relationships(parts, path.replace(/([^/]*)$/, '_rels/$1.rels'));
  return accept({
    document: decodeXml(main.bytes),
    embedded: (id) => bytesOf(parts.get(resolve(path, targets.get(id) ?? ''))),
  });
}

function mainPath(parts: ReadonlyMap<string, ZipMember>): string {
  const root = bytesOf(parts.get('_rels/.rels'));
  const xml = root ? decodeXml(root) : '';
  for (const [tag] of xml.matchAll(/<[^<>]*Relationship\b[^<>]*>/g)) {
    if (!/Type="[^"]*\/officeDocument"/.test(tag)) continue;
    const target = /Target="([^"]*)"/.exec(tag)?.[1];
    if (target !== undefined) return target.replace(/^\/+/, '').toLowerCase();
  }
  return 'word/document.xml';
}

function relationships(parts: ReadonlyMap<string, ZipMember>, path: string): ReadonlyMap<string, string> {
  const bytes = bytesOf(parts.get(path));
  const tags = bytes ? [...decodeXml(bytes).matchAll(/<[^<>]*Relationship\b[^<>]*>/g)] : [];
  return new Map(
    tags.flatMap(([tag]) => {
      const id = /\bId="([^"]*)"/.exec(tag)?.[1];
      const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
      return id !== undefined && target !== undefined ? [[id, target] as const] : [];
    }),
  );
}

function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : from.replace(/[^/]*$/, '') + target;
  return path.toLowerCase();
}

const bytesOf = (member: ZipMember | undefined): Uint8Array | undefined =>
  member?.kind === 'read' ? member.bytes : undefined;

function decodeXml(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

import { readSymbols } from '../../check-boxes.ts';
import { type CharacterLook, characterLooks } from './character-look.ts';
import type { WordFile } from './open-word-file.ts';
import { type ParagraphProperties, paragraphProperties } from './paragraph-properties.ts';
import { readRuns } from './property-pages.ts';
import { charactersIn, readPieces } from './read-pieces.ts';

/** A paragraph, or what stands between two cell marks. */
export type WordParagraph = ParagraphProperties & {
  readonly text: string;
  /** The mark at its end is that of a cell or row (`\x07`) rather than of a paragraph. */
  readonly mark: 'paragraph' | 'cell';
};

export type ParagraphCounts = { deleted: number; hidden: number };

/**
 * The paragraphs of a range of the document as they are shown when all changes are accepted. `counts` takes the number of
 * characters left out.
 */
export function* readParagraphs(
  file: WordFile,
  range: readonly [number, number],
  counts: ParagraphCounts,
): Generator<WordParagraph, undefined, undefined> {
  const runs = readRuns(file, 'paragraphs');
  const lookAt = characterLooks(file, readRuns(file, 'characters'));
  const fields: ('code' | 'result')[] = [];
  let text = '';
  for (const { character, fc } of charactersIn(file, readPieces(file), range)) {
    if (character === '\r' || character === '\x07' || character === '\x0c') {
      yield {
        ...paragraphProperties(file, runs, fc),
        text,
        mark: character === '\x07' ? 'cell' : 'paragraph',
      };
      text = '';
      continue;
    }
    if (enterField(character, fields)) continue;
    const look = lookAt(fc);
    if (fields.includes('code')) text += look.box ?? '';
    else if (look.visibility === 'shown') text += shown(character, look);
    else counts[look.visibility] += 1;
  }
  if (text !== '') yield { depth: 0, ends: 'paragraph', row: undefined, text, mark: 'paragraph' };
}

/** Follows the marks around a field: its code is not shown, its result is (MS-DOC 2.8.25). */
function enterField(character: string, fields: ('code' | 'result')[]): boolean {
  if (character === '\x13') fields.push('code');
  else if (character === '\x14') {
    fields.pop();
    fields.push('result');
  } else if (character === '\x15') fields.pop();
  else return false;
  return true;
}

const special: Readonly<Record<string, string>> = {
  '\x09': ' ',
  '\x0b': '\n',
  '\x0e': '\n',
  '\x1e': '-',
  '\xa0': ' ',
};

function shown(character: string, look: CharacterLook): string {
  if (look.symbol !== undefined) return look.symbol;
  const drawn = special[character];
  if (drawn !== undefined) return drawn;
  if (character < ' ') return look.box ?? '';
  return readSymbols(character, look.font);
}

import type { RuledCell } from '../geometry/ruled-cells.ts';
import type { InkLine } from '../lines/find-lines.ts';
import { wideCut } from '../lines/line-image.ts';
import type { Engines, ReadCharacter } from '../recognition/engines.ts';
import { imageOf, type PlacedCharacter, type ReadLine } from '../recognition/read-lines.ts';
import type { StraightPage } from '../straight-page.ts';
import { columnKey, figureColumns } from './figure-columns.ts';
import { isDash, isFigureOrPair } from './figure-text.ts';
import { asksForSecond, type Judgement, judgeFigure, type Opinion, type Opinions } from './judge-figure.ts';
import { findBlurredOperator, findOperator, isFlatStroke } from './operators.ts';

/** A line of the page with what it was finally read as. */
export type FinalLine = { readonly line: InkLine; readonly characters: readonly PlacedCharacter[] };

export type Doubt = NonNullable<Judgement['doubt']>;

/** The lines of one cell, or one piece of a line outside tables. */
export type FinalPlace = { readonly lines: readonly FinalLine[]; readonly doubt?: Doubt };

/** A digit of a text that is less sure than this makes its cell doubtful. */
const sureDigit = 0.6;

/** What is said of a figure on a page on which both engines make the same mistakes (`design`: 1-bit scans, noise). */
const lowTrust = 0.8;

type Place = { readonly lines: readonly Mended[]; readonly cell: RuledCell | undefined };

function placesOf(lines: readonly ReadLine[]): readonly Place[] {
  const cells = new Map<RuledCell, ReadLine[]>();
  const places: Place[] = [];
  for (const read of lines) {
    const { cell } = read.line.region;
    const held = cell && cells.get(cell);
    if (held) {
      held.push(read);
      continue;
    }
    const own = [read];
    if (cell) cells.set(cell, own);
    places.push({ lines: own, cell });
  }
  return places;
}

const textOf = (characters: readonly { readonly text: string }[]): string =>
  characters
    .map(({ text }) => text)
    .join('')
    .trim();

function opinionOf(characters: readonly Pick<ReadCharacter, 'text' | 'probability'>[]): Opinion {
  const printed = characters.filter(({ text }) => text.trim() !== '');
  const confidence = printed.length > 0 ? Math.min(...printed.map(({ probability }) => probability)) : 0;
  return { text: textOf(characters), confidence };
}

/** The first reading of a place of one line that the shape of its ink overruled. */
function overruledOf(lines: readonly Mended[]): { readonly overruled?: string } {
  const [only] = lines;
  return lines.length === 1 && only?.overruled !== undefined ? { overruled: only.overruled } : {};
}

/** A line with what was read first, where the shape of its ink speaks for another reading. */
type Mended = ReadLine & { readonly overruled?: string };

/**
 * Puts the sign that the ink shows in the place of what was read there. Where that was a digit, both readings remain: a broken
 * 2 looks like ≤, and a blurred ≥ like 2.
 */
function withOperator(read: ReadLine, page: StraightPage): Mended {
  const first = read.free[0]?.text ?? '';
  const clear = findOperator(read.line.parts, page.flat);
  const operator = clear ?? (/\d/u.test(first) ? findBlurredOperator(read.line.parts, page.flat) : undefined);
  if (!operator || first === operator.sign) return read;
  const put = (characters: readonly PlacedCharacter[]): readonly PlacedCharacter[] => [
    { text: operator.sign, probability: 0.9, x: operator.right - 1 },
    ...characters.filter(({ x, text }) => x > operator.right && !/^[≥≤<>]$/u.test(text)),
  ];
  const [free, figure] = [put(read.free), put(read.figure)];
  if (!isFigureOrPair(textOf(free)) && !isFigureOrPair(textOf(figure))) return read;
  const mended = { ...read, free, figure };
  return /[\d≥≤]/u.test(first) ? { ...mended, overruled: textOf(read.free) } : mended;
}

/** The line from behind its comparison sign: Tesseract takes the sign for a digit. */
function behindOperator({ line, free }: ReadLine): InkLine {
  const [sign, next] = free;
  if (!sign || !next || !/^[≥≤<>]$/u.test(sign.text)) return line;
  const middle = (sign.x + next.x) / 2;
  const parts = line.parts.filter((part) => (part.left + part.right) / 2 > middle);
  if (parts.length === 0) return line;
  return { ...line, parts, box: { ...line.box, left: Math.min(...parts.map(({ left }) => left)) } };
}

/** A flat stroke alone is a dash, whatever the recogniser makes of it; a counted 一 in a column of text stays. */
function withDash(read: Mended, em: number, isColumnOfText: boolean): Mended {
  if (!isFlatStroke(read.line.parts, em)) return read;
  const first = read.free[0];
  if (isColumnOfText && first?.text === '一' && first.probability > 0.9) return read;
  const { left, right } = read.line.box;
  const dash = [{ text: right - left > 0.6 * em ? '—' : '-', probability: 0.9, x: (left + right) / 2 }];
  return { ...read, free: dash, figure: dash };
}

type Asked = { readonly place: Place; readonly opinions: Opinions };

async function secondOpinions(
  asked: readonly Asked[],
  page: StraightPage,
  { lines, figures }: Engines,
): Promise<readonly Opinions[]> {
  const inkOf = ({ place }: Asked): readonly InkLine[] => place.lines.map(({ line }) => line);
  const seconds = await figures?.readFigures(
    asked.map(({ place }) => imageOf(place.lines.map(behindOperator), page)),
  );
  const unsure = asked.map(({ opinions }, index) => {
    const second = seconds?.[index];
    const withSecond = second ? { ...opinions, second } : opinions;
    return { opinions: withSecond, doubt: second ? judgeFigure(withSecond).doubt : true };
  });
  const again = unsure.flatMap(({ doubt }, index) => (doubt ? [index] : []));
  const readings = await lines.readLines(
    again.map((index) => {
      const one = asked[index];
      return one
        ? imageOf(inkOf(one), page, wideCut)
        : { width: 1, height: 1, values: new Uint8Array([255]) };
    }),
  );
  return unsure.map(({ opinions }, index) => {
    const reading = readings[again.indexOf(index)];
    return reading ? { ...opinions, again: opinionOf(reading.free) } : opinions;
  });
}

/** Gives the characters of a place the text that was judged right, each where it stands. */
function finalLines(place: Place, { text, source }: Judgement): readonly FinalLine[] {
  const wanted = [...text];
  const found = place.lines.map((read) => ({
    line: read.line,
    characters: read[source].filter((one) => one.text.trim() !== ''),
  }));
  const count = found.reduce((sum, { characters }) => sum + characters.length, 0);
  // Judging only replaces characters one for one.
  if (count !== wanted.length) return found;
  let next = 0;
  return found.map(({ line, characters }) => ({
    line,
    characters: characters.map((one) => ({ ...one, text: wanted[next++] ?? one.text })),
  }));
}

function textDoubt(place: Place): Doubt | undefined {
  const digits = place.lines.flatMap(({ free }) => free.filter(({ text }) => /\d/u.test(text)));
  const confidence = Math.min(1, ...digits.map(({ probability }) => probability));
  if (confidence >= sureDigit) return undefined;
  return { readings: [textOf(place.lines.flatMap(({ free }) => free))], confidence };
}

/** Reads every figure of the page again and settles what each place says. */
export async function checkFigures(
  read: readonly ReadLine[],
  page: StraightPage,
  engines: Engines,
): Promise<readonly FinalPlace[]> {
  const raw = placesOf(read);
  const columns = figureColumns(
    raw.flatMap(({ cell, lines }) =>
      cell ? [{ cell, text: textOf(lines.flatMap(({ free }) => free)) }] : [],
    ),
  );
  const places = raw.map(({ cell, lines }): Place & { column: Opinions['column'] } => {
    const column = cell && columns.has(columnKey(cell)) ? 'figures' : 'text';
    const mended = lines.map((line) =>
      withDash(withOperator(line, page), page.em, column === 'text' || lines.length > 1),
    );
    return { cell, lines: mended, column };
  });
  const opinions = places.map(
    ({ lines, column }): Opinions => ({
      free: opinionOf(lines.flatMap(({ free }) => free)),
      figure: opinionOf(lines.flatMap(({ figure }) => figure)),
      ...overruledOf(lines),
      column,
    }),
  );
  const asked = places.flatMap((place, index) => {
    const own = opinions[index];
    return own && asksForSecond(own) ? [{ place, opinions: own, index }] : [];
  });
  const settled = await secondOpinions(asked, page, engines);
  const judged = new Map(asked.map(({ index }, at) => [index, settled[at]]));
  const distrusted = page.bilevel || page.noise > mostNoise;
  return places.map((place, index): FinalPlace => {
    const final = judged.get(index);
    if (!final) return unaskedPlace(place, opinions[index]);
    const judgement = judgeFigure(final);
    const doubt =
      judgement.doubt ?? (distrusted ? { readings: [judgement.text], confidence: lowTrust } : undefined);
    const lines = finalLines(place, judgement);
    return doubt ? { lines, doubt } : { lines };
  });
}

/** Steps of 255 of paper noise from which figures are not to be trusted (`design`: measured). */
export const mostNoise = 11;

/** A text; in a column of figures, ink that gives no figure and no dash is a figure that could not be read. */
function unaskedPlace(
  place: Place & { readonly column: Opinions['column'] },
  own: Opinions | undefined,
): FinalPlace {
  const lines = place.lines.map(({ line, free }) => ({ line, characters: free }));
  const text = own?.free.text ?? '';
  if (
    place.column === 'figures' &&
    place.cell &&
    place.cell.row > 1 &&
    !isDash(text) &&
    (own?.free.confidence ?? 0) < 0.7
  )
    return { lines, doubt: { readings: [text], confidence: own?.free.confidence ?? 0 } };
  const doubt = textDoubt(place);
  return doubt ? { lines, doubt } : { lines };
}

import type { InkLine } from '../lines/find-lines.ts';
import { heightOf } from '../pixels/page-pixels.ts';
import type { Engines } from '../recognition/engines.ts';
import { type PlacedCharacter, type ReadLine, textOf } from '../recognition/read-lines.ts';
import type { StraightPage } from '../straight-page.ts';
import { digitsOf, isDash } from './figure-text.ts';
import { asksForSecond, type Judgement, judgeFigure, type Opinions } from './judge-figure.ts';
import { distrustOf, opinionsOf, placesOf, type ReadPlace } from './places.ts';
import { secondOpinions } from './second-opinions.ts';

/** A line of the page with what it was finally read as. */
export type FinalLine = { readonly line: InkLine; readonly characters: readonly PlacedCharacter[] };

type Doubt = NonNullable<Judgement['doubt']>;

/** The lines of one cell, or one piece of a line outside tables. */
export type FinalPlace = {
  readonly lines: readonly FinalLine[];
  readonly doubt?: Doubt;
  /** `figure` where all of it is one, `seconded` where another engine reads the same digits. */
  readonly kind: 'figure' | 'seconded' | 'text';
  /** Of the least sure digit; of the least sure character where there is none. */
  readonly confidence: number;
};

/** A digit of a text that is less sure than this makes its cell doubtful. */
const sureDigit = 0.6;

/** In a column of figures, ink read as something else must be at least this sure. */
const sureText = 0.7;

/** What is said of a figure on a page on which both engines make the same mistakes (`design`: 1-bit scans, noise). */
const lowTrust = 0.8;

/** Reads every figure of the page again and settles what each place says. */
export async function checkFigures(
  read: readonly ReadLine[],
  page: StraightPage,
  engines: Engines,
): Promise<readonly FinalPlace[]> {
  const places = placesOf(read, page).map((place) => ({ place, opinions: opinionsOf(place) }));
  const asked = places.filter(({ opinions }) => asksForSecond(opinions));
  const settled = await secondOpinions(asked, page, engines);
  const final = new Map(asked.map(({ place }, index) => [place, settled[index]]));
  // Without drawn cells, texts of neighbouring columns may run together: whole figures, and wrong.
  const isOpen = page.cells.length === 0;
  const trust = distrustOf(page) !== undefined || isOpen ? 'low' : 'usual';
  return places.map(({ place, opinions }) => {
    const weighed = final.get(place);
    return weighed ? figurePlace(place, weighed, trust) : textPlace(place, opinions, trust);
  });
}

/** Shares of the line's height: ink so tall, so far from the middle of any character that was read, was passed over. */
const unread = { tallest: 0.4, distance: 0.55 };

/** Was some of the ink passed over: a percent sign that is lost, a digit at an end? */
function hasUnreadInk({ line, free }: ReadPlace['lines'][number]): boolean {
  const height = heightOf(line.box);
  const printed = free.filter(({ text }) => text.trim() !== '');
  return line.parts.some((part) => {
    if (heightOf(part) < unread.tallest * height) return false;
    const away = (x: number): number => Math.max(0, part.left - x, x - part.right);
    const middle = (part.left + part.right) / 2;
    return printed.every(
      ({ x }) => Math.abs(x - middle) > unread.distance * height && away(x) > 0.1 * height,
    );
  });
}

function figurePlace(place: ReadPlace, opinions: Opinions, trust: 'low' | 'usual'): FinalPlace {
  const judgement = judgeFigure(opinions);
  const distrust =
    trust === 'low' || place.lines.some(hasUnreadInk)
      ? { readings: [judgement.text], confidence: lowTrust }
      : undefined;
  const doubt = judgement.doubt ?? distrust;
  const seconded =
    opinions.second !== undefined && digitsOf(opinions.second.text) === digitsOf(judgement.text);
  return {
    lines: finalLines(place, judgement),
    kind: seconded ? 'seconded' : 'figure',
    confidence: opinions[judgement.source].confidence,
    ...(doubt ? { doubt } : {}),
  };
}

/** Gives the characters of a place the text that was judged right, each where it stands. */
function finalLines(place: ReadPlace, { text, source }: Judgement): readonly FinalLine[] {
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

/** A text; in a column of figures, ink that gives neither figure nor dash is a figure that could not be read. */
function textPlace(place: ReadPlace, { free }: Opinions, trust: 'low' | 'usual'): FinalPlace {
  const lines = place.lines.map((read) => ({ line: read.line, characters: read.free }));
  const isHead = (place.cell?.row ?? 0) <= 1;
  const least = trust === 'low' ? 1 : sureText;
  const isUnread = place.column === 'figures' && !isHead && !isDash(free.text) && free.confidence < least;
  const doubt = isUnread
    ? { readings: [free.text], confidence: Math.min(lowTrust, free.confidence) }
    : doubtfulDigit(place, trust);
  const digits = digitsIn(place);
  const confidence = digits.length === 0 ? free.confidence : leastSure(digits);
  return { lines, kind: 'text', confidence, ...(doubt ? { doubt } : {}) };
}

const digitsIn = ({ lines }: ReadPlace): readonly PlacedCharacter[] =>
  lines.flatMap(({ free }) => free.filter(({ text }) => /\d/u.test(text)));

const leastSure = (characters: readonly PlacedCharacter[]): number =>
  Math.min(1, ...characters.map(({ probability }) => probability));

/** A doubtful digit makes its text doubtful; where figures are not to be trusted, any digit does, and ink that gave nothing. */
function doubtfulDigit(place: ReadPlace, trust: 'low' | 'usual'): Doubt | undefined {
  const digits = digitsIn(place);
  const text = textOf(place.lines.flatMap(({ free }) => free));
  const confidence = leastSure(digits);
  const isPassedOver = text === '' || digits.length > 0 ? place.lines.some(hasUnreadInk) : false;
  const isDistrusted =
    isPassedOver || (trust === 'low' && (digits.length > 0 || !/\p{Script=Han}/u.test(text)));
  if (confidence >= sureDigit && !isDistrusted) return undefined;
  return { readings: [text], confidence: Math.min(confidence, isDistrusted ? lowTrust : 1) };
}

import {
  digitsOf,
  isDash,
  isFigureOrPair,
  isMangledFigure,
  mendSeparators,
  plainFigure,
  withoutLookAlikes,
} from './figure-text.ts';

/** How sure a reading must be to stand without a second one (`design`: measured, rule B). */
const sure = 0.7;

/** Without a second engine the recogniser must be surer of itself. */
const sureAlone = 0.9;

/** One reading: what it says and the least probability of its characters. */
export type Opinion = { readonly text: string; readonly confidence: number };

/** Readings of one cell or piece of line. */
export type Opinions = {
  /** What the recogniser reads freely, and what it reads when it may only answer with figures. */
  readonly free: Opinion;
  readonly figure: Opinion;
  /** The recogniser on a wider cut of the same place. */
  readonly again?: Opinion;
  /** Another engine; its points and commas mean nothing. */
  readonly second?: Opinion;
  /** What was read before the shape of the ink was looked at. */
  readonly overruled?: string;
  /** The other cells of the column are figures. */
  readonly column: 'figures' | 'text';
};

/** What is taken, and the readings that speak against it being sure. */
export type Judgement = {
  readonly text: string;
  readonly source: 'free' | 'figure';
  readonly doubt?: { readonly readings: readonly string[]; readonly confidence: number };
};

/** Two characters are no misread digits, be they apart (`12月9日`). */
const isText = (text: string): boolean => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2;

/** Should other engines look at this place? */
export function asksForSecond({ free, figure, column }: Opinions): boolean {
  if (isText(free.text)) return false;
  if (isDash(free.text) && column === 'text') return false;
  if (isFigureOrPair(withoutLookAlikes(free.text)) || isMangledFigure(free.text)) return true;
  return column === 'figures' && digitsOf(figure.text) !== '' && !isDash(free.text);
}

function chosen({ free, figure, column }: Opinions): {
  readonly text: string;
  readonly source: Judgement['source'];
} {
  const mended = mendSeparators(withoutLookAlikes(free.text));
  if (isFigureOrPair(mended)) return { text: mended, source: 'free' };
  if (column === 'figures' && !isDash(free.text)) {
    const masked = mendSeparators(plainFigure(figure.text));
    if (isFigureOrPair(masked)) return { text: masked, source: 'figure' };
  }
  return { text: plainFigure(free.text), source: 'free' };
}

/** The readings that speak against a text. A reading without digits says nothing about them. */
function rivalsOf(text: string, source: Judgement['source'], opinions: Opinions): readonly string[] {
  const { free, again, second, overruled } = opinions;
  const rivals: string[] = [];
  if (again) {
    const other = mendSeparators(withoutLookAlikes(again.text));
    // A sign that is told by its shape may be lost in a wider cut; that says nothing about the figure.
    const behindSign = (figure: string): string => figure.replace(/^[≥≤<>]/u, '');
    if (behindSign(other) !== behindSign(text)) rivals.push(other);
  }
  if (second && digitsOf(second.text) !== '' && digitsOf(second.text) !== digitsOf(text))
    rivals.push(second.text);
  if (overruled !== undefined) rivals.push(plainFigure(overruled));
  if (source === 'figure' || !isFigureOrPair(text)) rivals.push(plainFigure(free.text));
  return rivals;
}

/** Weighs the readings of a figure; where they differ, or the only one is unsure, all of them are kept as a doubt. */
export function judgeFigure(opinions: Opinions): Judgement {
  const { free, figure, again, second } = opinions;
  const { text, source } = chosen(opinions);
  const own = source === 'free' ? free : figure;
  const rivals = [...rivalsOf(text, source, opinions)];
  // A decimal comma is nobody's custom here: it may be a point, or a thousands comma that lost a digit.
  if (/[,:·]\d{1,2}%?$/u.test(plainFigure(own.text)) && isFigureOrPair(text))
    rivals.push(plainFigure(own.text));
  const seconded = second !== undefined && digitsOf(second.text) !== '';
  const repeated = again !== undefined && rivals.length === 0;
  const confidence = repeated ? Math.max(own.confidence, again.confidence) : own.confidence;
  if (rivals.length === 0 && confidence >= (seconded ? sure : sureAlone)) return { text, source };
  const readings = [...new Set([text, ...rivals])];
  return {
    text,
    source,
    doubt: { readings, confidence: rivals.length > 0 ? Math.min(confidence, 0.5) : confidence },
  };
}

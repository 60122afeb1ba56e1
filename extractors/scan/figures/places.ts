import type { RuledCell } from '../geometry/ruled-cells.ts';
import { heightOf } from '../pixels/page-pixels.ts';
import { type ReadLine, textOf } from '../recognition/read-lines.ts';
import type { StraightPage } from '../straight-page.ts';
import { columnKey, figureColumns } from './figure-columns.ts';
import { isFigureOrPair, withoutLookAlikes } from './figure-text.ts';
import type { Opinion, Opinions } from './judge-figure.ts';
import { withCheckBoxes } from './mend-marks.ts';
import { withoutSpecks, withPairedBrackets, withPunctuation } from './mend-punctuation.ts';
import { type Mended, withFlatStroke, withOperator, withPercentAlone } from './mend-signs.ts';

/** The lines of one cell, or one piece of a line outside tables; `column` says what its column holds. */
export type ReadPlace = {
  readonly lines: readonly Mended[];
  readonly cell: RuledCell | undefined;
  readonly column: Opinions['column'];
};

type Gathered = Pick<ReadPlace, 'cell'> & { readonly lines: readonly ReadLine[] };

function gather(lines: readonly ReadLine[]): readonly Gathered[] {
  const cells = new Map<RuledCell, ReadLine[]>();
  const places: Gathered[] = [];
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

/** Steps of 255 of paper noise from which figures are not to be trusted (`design`: measured). */
const mostNoise = 11;

/** Steps of 255: where the cores of characters are paler, both engines take 5 for 3 (measured on thin type, worn and blurred). */
const leastDepth = 100;

/** Why no figure of a page is to be trusted, if there is a reason. */
export function distrustOf(
  page: Pick<StraightPage, 'bilevel' | 'noise' | 'depth'>,
): 'black and white' | 'noisy' | 'pale' | undefined {
  if (page.bilevel) return 'black and white';
  if (page.noise > mostNoise) return 'noisy';
  return page.depth < leastDepth ? 'pale' : undefined;
}

/** The places of a page, the signs that recognisers misread put right by their shape. */
export function placesOf(read: readonly ReadLine[], page: StraightPage): readonly ReadPlace[] {
  const gathered = gather(read);
  const columns = figureColumns(
    gathered.flatMap(({ cell, lines }) =>
      cell ? [{ cell, text: textOf(lines.flatMap(({ free }) => free)) }] : [],
    ),
  );
  return gathered.flatMap(({ cell, lines }) => {
    const column = cell && columns.has(columnKey(cell)) ? 'figures' : 'text';
    const alone = column === 'figures' ? 'dash' : 'dash or 一';
    const use = lines.length > 1 ? '一' : alone;
    const paper = page.bilevel || page.noise > mostNoise ? 'dirty' : 'clean';
    const mended = withoutSpecks(lines, page.flat, page.em).map((line) => {
      const boxed = withCheckBoxes(line, page.flat, page.em);
      const marked = withPunctuation(boxed, page.flat, paper);
      return withFlatStroke(withPercentAlone(withOperator(marked, page)), page.em, use);
    });
    return partsOf(withPairedBrackets(mended)).map((part) => ({ cell, lines: part, column }));
  });
}

/** Heights of a line between the lines of a cell from which two figures are no wrapped one: the side between them was lost. */
const apart = 1.5;

/** The lines of a cell, each for itself where all are figures that stand far apart. */
function partsOf(lines: readonly Mended[]): readonly (readonly Mended[])[] {
  const areApart = lines.every(({ line, free }, index) => {
    const before = lines[index - 1]?.line.box;
    const gap = before ? line.box.top - before.bottom : Number.POSITIVE_INFINITY;
    return gap > apart * heightOf(line.box) && isFigureOrPair(withoutLookAlikes(textOf(free)));
  });
  return areApart ? lines.map((line) => [line]) : [lines];
}

/** What some characters say, as sure as the least sure of them. */
export function opinionOf(
  characters: readonly { readonly text: string; readonly probability: number }[],
): Opinion {
  const printed = characters.filter(({ text }) => text.trim() !== '');
  const confidence = printed.length > 0 ? Math.min(...printed.map(({ probability }) => probability)) : 0;
  return { text: textOf(characters), confidence };
}

/** The recogniser's own readings of a place. */
export function opinionsOf({ lines, column }: ReadPlace): Opinions {
  const [only] = lines;
  const overruled = lines.length === 1 && only?.overruled !== undefined ? { overruled: only.overruled } : {};
  return {
    free: opinionOf(lines.flatMap(({ free }) => free)),
    figure: opinionOf(lines.flatMap(({ figure }) => figure)),
    ...overruled,
    column,
  };
}

import { wideCut } from '../lines/line-image.ts';
import type { GreyImage } from '../pixels/page-pixels.ts';
import type { Engines } from '../recognition/engines.ts';
import { imageOf } from '../recognition/read-lines.ts';
import type { StraightPage } from '../straight-page.ts';
import { judgeFigure, type Opinions } from './judge-figure.ts';
import { behindOperator } from './mend-signs.ts';
import { opinionOf, type ReadPlace } from './places.ts';

/** A figure that is to be read once more. */
export type Asked = { readonly place: ReadPlace; readonly opinions: Opinions };

/**
 * Adds to each figure what the second engine reads, and where that leaves a doubt, what the first one reads in a wider cut of
 * the same place. Without a second engine every figure is cut again.
 */
export async function secondOpinions(
  asked: readonly Asked[],
  page: StraightPage,
  engines: Engines,
): Promise<readonly Opinions[]> {
  const seconds = await engines.figures?.readFigures(
    asked.map(({ place }) => imageOf(place.lines.map(behindOperator), page)),
  );
  const found = asked.map((one, index): Asked => {
    const second = seconds?.[index];
    return second ? { place: one.place, opinions: { ...one.opinions, second } } : one;
  });
  const unsure = found.filter(
    ({ opinions }) => !opinions.second || judgeFigure(opinions).doubt !== undefined,
  );
  const cuts = unsure.map(
    ({ place }): GreyImage =>
      imageOf(
        place.lines.map(({ line }) => line),
        page,
        wideCut,
      ),
  );
  const again = await engines.lines.readLines(cuts);
  const byPlace = new Map(unsure.map(({ place }, index) => [place, again[index]]));
  return found.map(({ place, opinions }) => {
    const reading = byPlace.get(place);
    return reading ? { ...opinions, again: opinionOf(reading.free) } : opinions;
  });
}

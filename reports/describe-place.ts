import type { Place } from '../model/place.ts';
import { visibleLine } from './visible-text.ts';
import type { Words } from './words/words.ts';

/** Where to look, in words; rows and tables count from 1 for people. Empty where the format has no places. */
export function describePlace(place: Place, { phrases }: Words): string {
  const parts = [
    place.page === undefined ? '' : phrases.page(String(place.page)),
    place.sheet === undefined ? '' : phrases.sheet(visibleLine(place.sheet)),
    place.table === undefined || place.table === 0 ? '' : phrases.table(String(place.table + 1)),
    wherever(place, phrases),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function wherever(place: Place, phrases: Words['phrases']): string {
  if (place.cell !== undefined) return visibleLine(place.cell);
  if (place.line !== undefined) return phrases.line(String(place.line));
  return place.row === undefined ? '' : phrases.row(String(place.row + 1));
}

/** Several places, the first `most` of them. */
export function describePlaces(places: readonly Place[], words: Words, most = 3): string {
  const described = [...new Set(places.map((place) => describePlace(place, words)))].filter(
    (text) => text !== '',
  );
  const shown = described.slice(0, most).join(words.language === 'zh-CN' ? '、' : ', ');
  return described.length > most ? `${shown} …` : shown;
}

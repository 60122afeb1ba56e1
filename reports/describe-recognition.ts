import type { ResultFinding } from '../model/result.ts';
import { describePlace } from './describe-place.ts';
import { visibleLine } from './visible-text.ts';
import type { Words } from './words/words.ts';

/** A figure that was recognised from a picture, as a finding names it. */
export type Recognised = NonNullable<ResultFinding['recognised']>[number];

/** Characters of a text that are quoted: figures are short, standards are not. */
const longestQuote = 24;

const quoted = (text: string): string => {
  const characters = [...visibleLine(text)];
  return characters.length > longestQuote
    ? `${characters.slice(0, longestQuote).join('')}…`
    : characters.join('');
};

/** How a figure was read, and where it stands. */
export function describeRecognition(recognised: Recognised, words: Words): string {
  const place = describePlace(recognised.source, words);
  return `${howRead(recognised, words)}${place === '' ? '' : ` ${place}`}`;
}

function howRead({ text, state, engines, confidence, readings }: Recognised, { recognition }: Words): string {
  const own = quoted(text);
  const names = engines.map(visibleLine);
  if (state === 'agreed') return recognition.agreed(own, names);
  if (state === 'single') return recognition.single(own, names, String(Math.floor(100 * confidence)));
  const others = readings.map(quoted).filter((reading) => reading !== own);
  return recognition.doubtful(own, [...new Set(others)]);
}

import { createCanvas } from '@napi-rs/canvas';
import { type Face, familyList } from './faces.ts';

/** Pixels at which characters are measured: large enough that rounding does not matter. */
const reference = 100;

/** The width of texts in a face, character by character. */
export function measureIn(face: Face): (text: string, size: number) => number {
  const context = createCanvas(8, 8).getContext('2d');
  context.lang = 'zh-CN';
  context.font = `${reference}px ${familyList(face)}`;
  const widths = new Map<string, number>();
  return (text, size) => {
    let sum = 0;
    for (const character of text) {
      const width = widths.get(character) ?? context.measureText(character).width;
      widths.set(character, width);
      sum += width;
    }
    return (sum * size) / reference;
  };
}

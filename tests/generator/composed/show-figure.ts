import { Decimal } from 'decimal.js';
import { padded } from '../layout/numbers.ts';

/** How a form prints points and scores; the values stay. */
export const figureStyles = [
  'plain',
  'plain',
  'one digit',
  'two digits',
  'full width',
  'spaced',
  '分',
] as const;

export type FigureStyle = (typeof figureStyles)[number];

/** A decimal string (`9.5`) as the form prints it (`9.50`, `９．５`, `9.5分`). */
export function showFigure(value: string, style: FigureStyle): string {
  switch (style) {
    case 'one digit':
      return padded(value, 1);
    case 'two digits':
      return padded(value, 2);
    case 'full width':
      return value.replace(/[\d.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    case 'spaced':
      return ` ${value} `;
    case '分':
      return `${new Decimal(value).toFixed()}分`;
    case 'plain':
      return value;
  }
}

import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { Rule } from './ast.ts';
import { cleanText } from './clean-text.ts';
import { composeItems } from './compose.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { readOutline } from './outline.ts';

/** Longer than any scoring standard; also bounds the time that hostile text can take. */
const longestRule = 6000;

/**
 * Reads a scoring standard for a row (or part) worth `points`. Total: whatever the text, it returns, and what it does not
 * wholly understand is `not-understood` with the words that stood in the way.
 */
export function parseRule(text: string, points: DecimalString): Rule | NotUnderstood {
  if (text.length > longestRule) return notUnderstood(`${text.slice(0, 40)}…`);
  if (new Decimal(points).lte(0)) return notUnderstood(`分值${points}`);
  return composeItems(readOutline(cleanText(text)), points);
}

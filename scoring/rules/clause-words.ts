import type { Decimal } from 'decimal.js';
import type { Award, Condition, Range } from './ast.ts';
import { displayText } from './clean-text.ts';
import { printFormula } from './formula.ts';
import { printRange } from './range.ts';

/** What an award comes to in a row worth `points`, for a person. */
export function awardWords(award: Award, points: Decimal): string {
  switch (award.kind) {
    case 'full':
      return `得${points.toFixed()}分`;
    case 'points':
      return award.points === '0' ? '不得分' : `得${award.points}分`;
    case 'share':
      return `得${points.times(award.share).toFixed()}分`;
    case 'proportional':
      return `得分＝比率×${points.toFixed()}`;
    case 'in-proportion':
      return '按比例得分';
    case 'span':
      return `得${award.low.at.value}至${award.high.at.value}${award.high.at.unit}`;
    case 'discretion':
      return '酌情给分';
  }
}

export function conditionWords(condition: Condition, holds: boolean): string {
  const text =
    condition.kind === 'words'
      ? condition.words
      : `${printFormula(condition.left)}${condition.relation}${printFormula(condition.right)}`;
  const shown = condition.kind === 'words' ? displayText(text) : text.replaceAll('/', '÷');
  return holds ? shown : `未满足“${shown}”`;
}

export const rangeWords = (name: string, range: Range): string => printRange({ name: name || '比率', range });

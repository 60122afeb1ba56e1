import type { ResultAssessment } from '../model/result.ts';
import { distanceOf, missingScores } from './figures.ts';
import { visibleLine } from './visible-text.ts';
import type { Words } from './words/words.ts';

/** A verdict's sign, for those who see no colours. */
export const verdictSigns = { agrees: '✓', disagrees: '✗', undetermined: '?', 'not-printed': '–' } as const;

/** Printed against recomputed, in one sentence. */
export function describeTotal(assessment: ResultAssessment, { phrases }: Words): string {
  const { printed, low, high, verdict } = assessment.total;
  if (printed === null) return isScored(assessment) ? phrases.notPrinted(low, high) : phrases.unscored;
  if (verdict === 'agrees' && low === high) return phrases.agrees(printed, low, assessment.total.reading);
  if (verdict === 'disagrees') {
    if (low === high) return phrases.disagrees(printed, low, distanceOf(printed, low));
    return phrases.disagreesRange(printed, low, high);
  }
  if (low === high) return phrases.undeterminedFull(printed, low);
  return phrases.undetermined(printed, low, high, String(missingScores(assessment)));
}

/** Some forms ask for targets and results alone. */
function isScored({ indicators }: ResultAssessment): boolean {
  return indicators.some(({ maxScore, selfScore }) => maxScore !== null || selfScore !== null);
}

/** The scores that would reconcile the total, as a sentence; nothing where there are none. */
export function describeImplied(assessment: ResultAssessment, { phrases }: Words): string | undefined {
  const { implied, impliedUnique } = assessment.total;
  if (implied.length === 0) return undefined;
  const scores = implied
    .map(({ indicator, score }) => `${nameOf(assessment, indicator)} = ${score}`)
    .join(', ');
  return phrases.implied(scores, admissibilityOf(implied), impliedUnique);
}

function admissibilityOf(implied: ResultAssessment['total']['implied']): 'yes' | 'no' | 'unknown' {
  if (implied.some(({ admissible }) => admissible === false)) return 'no';
  return implied.every(({ admissible }) => admissible === true) ? 'yes' : 'unknown';
}

/** The row's own name, or its id where the name could not be read. */
export function nameOf(assessment: ResultAssessment, id: string): string {
  const name = assessment.indicators.find((indicator) => indicator.id === id)?.path.at(-1);
  return visibleLine(name ?? '') || id;
}

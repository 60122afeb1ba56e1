import type { ResultAssessment } from '../../model/result.ts';
import { countSeverities } from '../tally.ts';

/** Class names of the style sheet by verdict of the total. */
export const toneOfVerdict = {
  agrees: 'good',
  disagrees: 'bad',
  undetermined: 'doubt',
  'not-printed': 'soft',
} as const;

/** The same by severity. */
export const toneOfSeverity = { error: 'bad', warning: 'doubt', info: 'soft' } as const;

export const severitySigns = { error: '✗', warning: '!', info: '·' } as const;

/** Class of the verdict panel: as bad as the worst of total and findings. */
export function panelTone({ total, findings }: ResultAssessment): 'good' | 'bad' | 'doubt' {
  const { error, warning } = countSeverities(findings);
  if (total.verdict === 'disagrees' || error > 0) return 'bad';
  return total.verdict === 'agrees' && warning === 0 ? 'good' : 'doubt';
}

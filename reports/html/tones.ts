import type { ResultAssessment } from '../../model/result.ts';

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

/** Class of the total's panel; findings have colours of their own. */
export function panelTone({ total }: ResultAssessment): 'good' | 'bad' | 'doubt' {
  return total.verdict === 'not-printed' ? 'doubt' : toneOfVerdict[total.verdict];
}

import type { ResultAssessment, ResultIndicator } from '../../model/result.ts';

type RowVerdict = ResultIndicator['rescored']['verdict'];

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

const rowTones: Readonly<Partial<Record<RowVerdict, readonly [tone: string, sign: string]>>> = {
  confirmed: ['good', '✓ '],
  contradicted: ['bad', '✗ '],
  inadmissible: ['bad', '✗ '],
  'not-scored': ['doubt', '? '],
};

/** Class name and sign of a row by its verdict; most verdicts decide nothing and have no sign. */
export const toneOfRow = (verdict: RowVerdict): readonly [tone: string, sign: string] =>
  rowTones[verdict] ?? ['soft', ''];

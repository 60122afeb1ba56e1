import type { Assessment, GradeOption } from '../../model/assessment.ts';
import type { GradeOutcome } from '../../model/finding.ts';
import type { GradeBand, Profile } from '../../model/profile.ts';
import { type Exactly, exact } from '../exact.ts';
import { positionOf } from './grade-labels.ts';
import { readBands } from './read-bands.ts';

/** The grades of a form with their bounds, and where they came from. */
export type GradeScale = { readonly bands: readonly GradeBand[]; readonly source: GradeOutcome['bands'] };

/** 90, 80 and 60 points: what most forms print, stated wherever it had to be assumed. */
const customaryBands: readonly GradeBand[] = [
  { label: '优', low: '90', lowIncluded: true, high: '100', highIncluded: true },
  { label: '良', low: '80', lowIncluded: true, high: '90', highIncluded: false },
  { label: '中', low: '60', lowIncluded: true, high: '80', highIncluded: false },
  { label: '差', low: '0', lowIncluded: true, high: '60', highIncluded: false },
];

/** The document's own bands first (its grade line, then its remarks), then the form's, then the customary ones. */
export function gradeScale(assessment: Assessment, profile: Profile | undefined): GradeScale {
  const printed = bandsOfOptions(assessment.grade?.options ?? []) ?? bandsOfRemarks(assessment);
  if (printed) return { bands: printed, source: 'document' };
  if (profile && profile.policies.gradeBands.length > 0) {
    return { bands: profile.policies.gradeBands, source: 'profile' };
  }
  return { bands: customaryBands, source: 'default' };
}

/** Bands that contain a total, best first: none in a gap between printed bounds, two where both include the bound. */
export function bandsContaining({ bands }: GradeScale, total: Exactly): readonly GradeBand[] {
  return bands
    .filter(
      ({ low, lowIncluded, high, highIncluded }) =>
        (total.gt(exact(low)) || (lowIncluded && total.eq(exact(low)))) &&
        (total.lt(exact(high)) || (highIncluded && total.eq(exact(high)))),
    )
    .sort((left, right) => exact(right.low).cmp(exact(left.low)));
}

/** The band that a written grade means: the same label, or the same position in a scale of four. */
export function bandOfLabel({ bands }: GradeScale, label: string): GradeBand | undefined {
  const same = bands.find((band) => band.label === label);
  if (same) return same;
  const position = positionOf(label);
  if (bands.length !== 4 || position === undefined) return undefined;
  return [...bands].sort((left, right) => exact(right.low).cmp(exact(left.low)))[position];
}

function bandsOfOptions(options: readonly GradeOption[]): readonly GradeBand[] | undefined {
  if (options.length < 2 || options.some(({ low, high }) => low === undefined && high === undefined))
    return undefined;
  return options.map(({ label, low, lowIncluded, high, highIncluded }) => ({
    label,
    low: low ?? '0',
    lowIncluded: low === undefined || lowIncluded,
    high: high ?? '100',
    highIncluded: high === undefined || highIncluded,
  }));
}

function bandsOfRemarks(assessment: Assessment): readonly GradeBand[] | undefined {
  for (const remark of assessment.remarks) {
    const bands = readBands(remark.text);
    if (bands) return bands;
  }
  return undefined;
}

import type { Assessment } from '../../model/assessment.ts';
import type { Finding, FindingCode, Severity } from '../../model/finding.ts';
import type { Localized } from '../../model/localized.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Profile } from '../../model/profile.ts';
import type { ScoringContext } from '../scoring-context.ts';

/** An assessment for which the check is known to fire or to stay silent; a test runs it, a page shows it. */
export type CheckExample = {
  readonly name: Localized;
  readonly fires: boolean;
  readonly assessment: Assessment;
  readonly profile?: Profile;
  /** Stated where the example needs to know what a row's rule admits. */
  readonly outcomes?: readonly Outcome[];
  /** Other reports, for checks that compare with them. */
  readonly others?: readonly Assessment[];
};

/** One finding code: what it means, why it is looked for, what it says and how it is found. */
export type Check = {
  readonly code: FindingCode;
  readonly title: Localized;
  readonly rationale: Localized;
  /** At most: on doubtful readings an error becomes a warning or nothing. */
  readonly severity: Severity;
  readonly messages: Readonly<Record<string, (values: never) => Localized>>;
  readonly examples: readonly CheckExample[];
  readonly run: (context: ScoringContext) => readonly Disagreement[];
};

/** What a check finds; its code and, unless stated, its severity come from the check. */
export type Disagreement = Omit<Finding, 'code' | 'severity' | 'affectsGrade'> & {
  readonly severity?: Severity;
  readonly affectsGrade?: boolean;
};

export function runCheck(check: Check, context: ScoringContext): readonly Finding[] {
  return check.run(context).map((disagreement) => ({
    code: check.code,
    severity: check.severity,
    affectsGrade: false,
    ...disagreement,
  }));
}

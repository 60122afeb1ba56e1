import type { CheckResult } from '../model/result.ts';

const mostListed = 20;

/** Counts the scoring standards that no rule was made of, so that the commonest wordings can be learned first. */
export type UnreadStandards = {
  readonly see: (result: CheckResult) => void;
  /** `times · wording`, the commonest first; empty when every standard was understood. */
  readonly lines: () => readonly string[];
};

export function countUnreadStandards(): UnreadStandards {
  const times = new Map<string, number>();
  return {
    see: ({ assessments }) => {
      for (const { indicators } of assessments)
        for (const { standard, rescored } of indicators)
          if (rescored.verdict === 'not-understood' && standard !== null)
            times.set(standard, (times.get(standard) ?? 0) + 1);
    },
    lines: () =>
      [...times]
        .sort(([, one], [, other]) => other - one)
        .slice(0, mostListed)
        .map(
          ([standard, count]) => `not understood: ${count} · ${standard.replace(/\s+/g, ' ').slice(0, 120)}`,
        ),
  };
}

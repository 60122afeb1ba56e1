import type { CheckResult } from '../model/result.ts';

/** How a run ended: with all its inputs, or stopped before. */
export type Ending = 'complete' | 'interrupted';

/** A report in the making: results come one by one in input order, `finish` comes once. */
export type ReportSink = {
  readonly write: (result: CheckResult) => Promise<void>;
  readonly finish: (ending: Ending) => Promise<void>;
};

/** Where a report's text goes. */
export type WriteText = (text: string) => Promise<void>;

import { writeFile } from 'node:fs/promises';
import type { CheckResult } from '../../model/result.ts';
import type { ReportSink } from '../report-sink.ts';
import { type FormalSettings, formalReport, usualDetails } from './formal-report.ts';

/** The formal report of a run as a file; of results beyond those that it details only what it lists is kept. */
export function formalSink(settings: FormalSettings & { readonly file: string }): ReportSink {
  const kept: CheckResult[] = [];
  let assessments = 0;
  return {
    write: async (result) => {
      kept.push(assessments < usualDetails ? result : listed(result));
      assessments += result.assessments.length;
    },
    finish: async (ending) => writeFile(settings.file, await formalReport(kept, { ...settings, ending })),
  };
}

function listed(result: CheckResult): CheckResult {
  return {
    ...result,
    assessments: result.assessments.map((assessment) => ({ ...assessment, indicators: [], findings: [] })),
    notes: [],
  };
}

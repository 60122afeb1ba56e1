import type { DecisionOf } from '../../reports/decision.ts';
import type { ReportSink, WriteText } from '../../reports/report-sink.ts';

/** Results as `check --format ndjson` writes them, with a key more: each finding's `decision`, `null` where nobody decided. */
export function reviewedNdjson(
  write: WriteText,
  { decisionOf = () => undefined }: { readonly decisionOf?: DecisionOf },
): ReportSink {
  return {
    write: (result) => {
      const assessments = result.assessments.map((assessment) => ({
        ...assessment,
        findings: assessment.findings.map((finding) => ({
          ...finding,
          decision: decisionOf({ result, assessment, finding }) ?? null,
        })),
      }));
      return write(`${JSON.stringify({ ...result, assessments })}\n`);
    },
    finish: async () => {},
  };
}

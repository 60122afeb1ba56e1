import type { Language } from '../model/localized.ts';
import type { CheckResult, ResultAssessment, ResultFinding } from '../model/result.ts';
import { duplicateReport, repeatsAsFindings } from '../scoring/checks/duplicate-report.ts';
import { createRepeatIndex, reportText } from '../scoring/narrative-repeats.ts';

/**
 * Marks, over the results of one run in their order, each assessment whose own texts stand word for word in an earlier
 * file's (`duplicate/report`). What the forms of one document share is found when the document is scored.
 */
export function createRepeatMarker(language: Language): (result: CheckResult) => CheckResult {
  const index = createRepeatIndex();
  return (result) => {
    const reports = result.assessments.map(reportText);
    const assessments = result.assessments.map((assessment, position): ResultAssessment => {
      const report = reports[position];
      const known = assessment.findings.some(({ code }) => code === duplicateReport.code);
      const repeats = report && !known ? index.repeatsOf(report) : undefined;
      if (!repeats) return assessment;
      return { ...assessment, findings: [...assessment.findings, ...publishRepeats(repeats, language)] };
    });
    for (const report of reports) index.add(report);
    return { ...result, assessments };
  };
}

function publishRepeats(
  repeats: Parameters<typeof repeatsAsFindings>[0],
  language: Language,
): readonly ResultFinding[] {
  return repeatsAsFindings(repeats).map(({ subject, message, places }) => ({
    code: duplicateReport.code,
    severity: duplicateReport.severity,
    subject,
    printed: null,
    recomputed: null,
    affectsGrade: false,
    message: message[language],
    messageIn: message,
    sources: places,
  }));
}

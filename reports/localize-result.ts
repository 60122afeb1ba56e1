import type { Language } from '../model/localized.ts';
import type { CheckResult, ResultAssessment } from '../model/result.ts';

/** A result with its messages in the language; a result holds them in both, whichever it was made in. */
export function localizeResult(result: CheckResult, language: Language): CheckResult {
  return {
    ...result,
    error: result.error && { ...result.error, message: result.error.messageIn[language] },
    assessments: result.assessments.map((assessment) => localizeAssessment(assessment, language)),
    notes: result.notes.map((note) => ({ ...note, message: note.messageIn[language] })),
  };
}

function localizeAssessment(assessment: ResultAssessment, language: Language): ResultAssessment {
  return {
    ...assessment,
    indicators: assessment.indicators.map((row) => ({
      ...row,
      repairs: row.repairs.map((repair) => ({ ...repair, because: repair.becauseIn[language] })),
      rescored: { ...row.rescored, because: row.rescored.becauseIn[language] },
    })),
    findings: assessment.findings.map((finding) => ({ ...finding, message: finding.messageIn[language] })),
    notes: assessment.notes.map((note) => ({ ...note, message: note.messageIn[language] })),
  };
}

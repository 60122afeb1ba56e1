import type { FileChild } from 'docx';
import type { CheckResult } from '../../model/result.ts';
import type { DecisionOf } from '../decision.ts';
import type { Words } from '../words/words.ts';
import { prose, signatureLine } from './typography.ts';

/** Who decided, and room for those who sign: nobody's signature is printed for them. */
export function signatureBlock(
  results: readonly CheckResult[],
  words: Words,
  decisionOf: DecisionOf | undefined,
): readonly FileChild[] {
  const { labels, signHere, dateHere } = words.formal;
  const names = decisionOf === undefined ? [] : reviewersOf(results, decisionOf);
  const separator = words.language === 'zh-CN' ? '、' : ', ';
  return [
    ...(names.length === 0 ? [] : [prose(`${labels.reviewers}${words.colon}${names.join(separator)}`)]),
    ...[
      `${labels.reviewer}${words.colon}${signHere}`,
      `${labels.reviewDate}${words.colon}${dateHere}`,
      `${labels.head}${words.colon}${signHere}`,
      `${labels.headDate}${words.colon}${dateHere}`,
      `${labels.seal}${words.colon}`,
    ].map(signatureLine),
  ];
}

function reviewersOf(results: readonly CheckResult[], decisionOf: DecisionOf): readonly string[] {
  const decisions = results.flatMap((result) =>
    result.assessments.flatMap((assessment) =>
      assessment.findings.map((finding) => decisionOf({ result, assessment, finding })),
    ),
  );
  const names = decisions.flatMap((decision) =>
    decision === undefined ? [] : [decision.by, ...(decision.signedBy === null ? [] : [decision.signedBy])],
  );
  return [...new Set(names)];
}

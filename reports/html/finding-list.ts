import type { CheckResult, ResultAssessment, ResultFinding } from '../../model/result.ts';
import type { DecisionOf, ShownDecision } from '../decision.ts';
import { describeDecision, describeMoment } from '../describe-decision.ts';
import { describePlaces } from '../describe-place.ts';
import { nameOf } from '../describe-total.ts';
import { gravestFirst } from '../tally.ts';
import type { Words } from '../words/words.ts';
import { html, type Markup } from './markup.ts';
import { recognisedFigures } from './recognised-figures.ts';
import { severitySigns, toneOfSeverity } from './tones.ts';

/** The assessment that findings stand in, with what was decided about them. */
export type Reviewed = {
  readonly result: CheckResult;
  readonly assessment: ResultAssessment;
  readonly decisionOf: DecisionOf | undefined;
};

/** Findings as a list, the gravest first: what it is, both figures, where to look. */
export function findingList(
  findings: readonly ResultFinding[],
  reviewed: Reviewed,
  words: Words,
): Markup | undefined {
  if (findings.length === 0) return undefined;
  return html`<ul class="findings">${gravestFirst(findings).map((finding) => entry(finding, reviewed, words))}</ul>`;
}

function entry(finding: ResultFinding, reviewed: Reviewed, words: Words): Markup {
  const { result, assessment, decisionOf } = reviewed;
  const { severity, code } = finding;
  const about = [
    words.fields[finding.subject] ?? nameOf(assessment, finding.subject),
    figures(finding, words),
    describePlaces(finding.sources, words),
    finding.affectsGrade ? words.phrases.gradeAffected : '',
  ].filter((part) => part !== '');
  return html`<li class="${severity}"><p><span class="${toneOfSeverity[severity]}"><b>${severitySigns[severity]} ${words.severities[severity]}</b></span> <b>${words.codes[code]}</b></p><p>${finding.message}</p><p class="meta">${about.join(' · ')} · <code>${code}</code></p>${recognisedFigures(finding, words)}${decisionOf && decided(decisionOf({ result, assessment, finding }), words)}</li>`;
}

function decided(decision: ShownDecision | undefined, words: Words): Markup {
  const { labels } = words.decisions;
  const about = decision && [
    decision.by,
    describeMoment(decision.at),
    decision.signedBy === null ? '' : `${labels.signedBy} ${decision.signedBy}`,
  ];
  const comment = !decision?.note ? undefined : html`<p class="comment">${decision.note}</p>`;
  return html`<p class="decision">${labels.decision}${words.colon}<b>${describeDecision(decision, words)}</b>${about && html` <span class="meta">${about.filter((part) => part !== '').join(' · ')}</span>`}</p>${comment}`;
}

function figures({ printed, recomputed }: ResultFinding, words: Words): string {
  if (printed !== null && recomputed !== null) return words.phrases.printedAgainst(printed, recomputed);
  if (printed !== null) return `${words.labels.printed} ${printed}`;
  return recomputed === null ? '' : `${words.labels.recomputed} ${recomputed}`;
}

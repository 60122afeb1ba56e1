import type { ResultAssessment, ResultFinding } from '../../model/result.ts';
import { describePlaces } from '../describe-place.ts';
import { nameOf } from '../describe-total.ts';
import { gravestFirst } from '../tally.ts';
import type { Words } from '../words/words.ts';
import { html, type Markup } from './markup.ts';
import { severitySigns, toneOfSeverity } from './tones.ts';

/** Findings as a list, the gravest first: what it is, both figures, where to look. */
export function findingList(
  findings: readonly ResultFinding[],
  assessment: ResultAssessment,
  words: Words,
): Markup | undefined {
  if (findings.length === 0) return undefined;
  return html`<ul class="findings">${gravestFirst(findings).map((finding) => entry(finding, assessment, words))}</ul>`;
}

function entry(finding: ResultFinding, assessment: ResultAssessment, words: Words): Markup {
  const { severity, code } = finding;
  const about = [
    words.fields[finding.subject] ?? nameOf(assessment, finding.subject),
    figures(finding, words),
    describePlaces(finding.sources, words),
    finding.affectsGrade ? words.phrases.gradeAffected : '',
  ].filter((part) => part !== '');
  return html`<li class="${severity}"><p><span class="${toneOfSeverity[severity]}"><b>${severitySigns[severity]} ${words.severities[severity]}</b></span> <b>${words.codes[code]}</b></p><p>${finding.message}</p><p class="meta">${about.join(' · ')} · <code>${code}</code></p></li>`;
}

function figures({ printed, recomputed }: ResultFinding, words: Words): string {
  if (printed !== null && recomputed !== null) return words.phrases.printedAgainst(printed, recomputed);
  if (printed !== null) return `${words.labels.printed} ${printed}`;
  return recomputed === null ? '' : `${words.labels.recomputed} ${recomputed}`;
}

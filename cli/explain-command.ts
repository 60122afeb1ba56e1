import { findingCodes } from '../model/finding.ts';
import type { Language } from '../model/localized.ts';
import { padToWidth } from '../reports/terminal/display-width.ts';
import { wordsIn } from '../reports/words/index.ts';
import { findCheck } from '../scoring/checks/index.ts';
import { CallProblem } from './call-problem.ts';

/** What a finding code means, why it is looked for and examples of it; without a code, all codes. */
export function explain(code: string | undefined, language: Language): string {
  return code === undefined ? listOfCodes(language) : pageOf(code, language);
}

function listOfCodes(language: Language): string {
  const words = wordsIn[language];
  const lines = findingCodes.map((code) => {
    const check = findCheck(code);
    const severity = check === undefined ? '' : words.severities[check.severity];
    return `${padToWidth(code, 34)}${padToWidth(severity, 9)}${check?.title[language] ?? words.codes[code]}`;
  });
  return `${lines.join('\n')}\n`;
}

function pageOf(given: string, language: Language): string {
  const words = wordsIn[language];
  const code = findingCodes.find((known) => known === given.toLowerCase());
  if (code === undefined)
    throw new CallProblem({
      zh: `没有 ${given} 这个疑点代码；用 fuhe explain 列出全部`,
      en: `there is no finding code ${given}; fuhe explain lists them all`,
    });
  const check = findCheck(code);
  const severity = check === undefined ? '' : `  ${words.severities[check.severity]}`;
  const examples = (check?.examples ?? []).map(
    ({ name, fires }) =>
      `  ${fires ? '✗' : '✓'} ${fires ? words.phrases.exampleFires : words.phrases.exampleSilent}  ${name[language]}`,
  );
  const parts = [
    `${code}${severity}`,
    check?.title[language] ?? words.codes[code],
    check?.rationale[language] ?? '',
  ];
  return `${[...parts.filter((part) => part !== ''), '', ...examples].join('\n').trimEnd()}\n`;
}

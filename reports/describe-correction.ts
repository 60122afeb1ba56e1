import type { ResultAssessment } from '../model/result.ts';
import { nameOf } from './describe-total.ts';
import { visibleLine } from './visible-text.ts';
import type { Words } from './words/words.ts';

/** What reviewers read otherwise than the program, a sentence a cell; the result rests on it. */
export function describeCorrections(assessment: ResultAssessment, words: Words): readonly string[] {
  const { decisions, fields, labels } = words;
  return (assessment.corrections ?? []).map(({ subject, field, read, value, who, why }) =>
    decisions.correction({
      field: `${subjectName(subject, assessment, words)} · ${decisions.fields[field] ?? fields[field] ?? field}`,
      read: visibleLine(read ?? labels.none),
      value: visibleLine(value ?? labels.none),
      who: visibleLine(who),
      why: visibleLine(why),
    }),
  );
}

/** `funds/2` and `budget/1` are numbered parts, everything else is named like a finding's subject. */
function subjectName(subject: string, assessment: ResultAssessment, { fields, decisions }: Words): string {
  const [, part, number] = /^(funds|budget)\/(\d+)$/.exec(subject) ?? [];
  if (part !== undefined) return `${decisions.fields[part] ?? fields[part] ?? part} ${number}`;
  return fields[subject] ?? nameOf(assessment, subject);
}

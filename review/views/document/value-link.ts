import type { correctableFields } from '../../../model/correction.ts';
import type { ResultAssessment } from '../../../model/result.ts';
import { html, type Insertable, type Markup } from '../../../reports/html/markup.ts';
import type { ReviewWords } from '../../words/words.ts';

export type CorrectableValue = {
  readonly sha256: string;
  readonly assessment: ResultAssessment;
  readonly subject: string;
  readonly field: (typeof correctableFields)[keyof typeof correctableFields][number];
  readonly shown: Insertable;
};

/** A printed value that leads to its correction; one that was corrected shows both readings. */
export function valueLink(
  { sha256, assessment, subject, field, shown }: CorrectableValue,
  words: ReviewWords,
): Markup {
  const query = new URLSearchParams({ assessment: assessment.id, subject, field });
  const corrected = assessment.corrections?.find(
    (correction) => correction.subject === subject && correction.field === field,
  );
  const before = corrected === undefined ? undefined : html`<del>${corrected.read ?? '–'}</del> `;
  return html`${before}<a class="value${corrected === undefined ? '' : ' is-corrected'}" data-dialog data-field="${field}" href="/documents/${sha256}/correct?${query.toString()}" title="${words.document.correct}">${shown}</a>`;
}

import type { Assessment } from '../model/assessment.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Reading } from '../model/outcome-channels.ts';
import type { Profile } from '../model/profile.ts';
import { assignStatements } from './assign-statements.ts';
import { attachRecognition } from './attach-recognition.ts';
import { findForms } from './find-forms.ts';
import { layLines } from './line.ts';
import { readForm } from './read-form.ts';
import { noteUnreadTable } from './unread-table.ts';

/** Reads every assessment of a document; a document without one gives an empty list. `onForm` is called after each. */
export function readAssessments(
  extraction: Extraction,
  profiles: readonly Profile[],
  onForm: () => void = () => {},
): Reading<readonly Assessment[]> {
  const lines = layLines(extraction);
  const value = findForms(lines).flatMap((form) => {
    const assessment = readForm(form, profiles);
    onForm();
    return assessment ? [assessment] : [];
  });
  const assessments = attachRecognition(assignStatements(value), extraction);
  return { value: assessments, notes: value.length === 0 ? noteUnreadTable(lines) : [] };
}

import type { Assessment } from '../model/assessment.ts';
import type { AppliedCorrection, Correction } from '../model/correction.ts';
import type { Note } from '../model/note.ts';
import { accept, note, type Result, refuse } from '../model/outcome-channels.ts';
import type { Place } from '../model/place.ts';
import { printNumber } from '../tables/printed-number.ts';
import { type CorrectableField, correctableField } from './correctable-field.ts';

/** An assessment with a person's readings in place of the program's; `notes` name those that no longer fit. */
export type CorrectedAssessment = {
  readonly assessment: Assessment;
  readonly applied: readonly AppliedCorrection[];
  readonly notes: readonly Note[];
};

/** Lays corrections over an assessment; of several for one field the last one holds. */
export function applyCorrections(
  original: Assessment,
  corrections: readonly Correction[],
): CorrectedAssessment {
  const latest = new Map(
    corrections.map((correction) => [`${correction.subject}\n${correction.field}`, correction]),
  );
  let assessment = original;
  const applied: AppliedCorrection[] = [];
  const notes: Note[] = [];
  for (const correction of latest.values()) {
    const corrected = correct(assessment, correction);
    if (!corrected.ok) {
      notes.push(note(corrected.refusal.code, corrected.refusal.message));
      continue;
    }
    assessment = corrected.value.assessment;
    const { assessment: _id, ...told } = correction;
    applied.push({ ...told, place: corrected.value.place });
  }
  return { assessment, applied, notes };
}

type Corrected = { readonly assessment: Assessment; readonly place: Place };

/**
 * One correction laid over an assessment, or why it cannot be: no such field (`correction/no-such-field`), something else is
 * read there than when it was made (`correction/read-otherwise`), no number (`correction/not-a-number`), or a field
 * that cannot be empty (`correction/empty`).
 */
export function correct(assessment: Assessment, correction: Correction): Result<Corrected> {
  const field = correctableField(assessment, correction);
  if (field === undefined) return refused('no-such-field', correction);
  if ((field.read ?? null) !== correction.read) return refused('read-otherwise', correction);
  const changed = put(field, correction.value);
  return typeof changed === 'string'
    ? refused(changed, correction)
    : accept({ assessment: changed, place: field.place });
}

type Problem = 'no-such-field' | 'read-otherwise' | 'not-a-number' | 'empty';

function put(field: CorrectableField, value: string | null): Assessment | Problem {
  const { place } = field;
  if (field.kind === 'word') return value === null ? 'empty' : field.put(value);
  if (value === null) return field.put(undefined);
  if (field.kind === 'text') return field.put({ text: value, place });
  const printed = printNumber({ text: value, place });
  return printed === undefined ? 'not-a-number' : field.put(printed);
}

const reasons = {
  'no-such-field': { zh: '没有这一项', en: 'there is no such field' },
  'read-otherwise': {
    zh: '现在读到的内容与更正时不同',
    en: 'what is read there now is not what was read then',
  },
  'not-a-number': { zh: '更正值不是数字', en: 'the corrected value is no number' },
  empty: { zh: '该项不能为空', en: 'it cannot be empty' },
} as const;

function refused(problem: Problem, { subject, field }: Correction): Result<never> {
  const because = reasons[problem];
  return refuse(`correction/${problem}`, {
    zh: `对 ${subject} 的更正（${field}）未采用：${because.zh}`,
    en: `the correction of ${subject} (${field}) was not applied: ${because.en}`,
  });
}

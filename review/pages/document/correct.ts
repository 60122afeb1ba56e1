import { correctionSchema } from '../../../model/correction.ts';
import type { CheckRecord } from '../../../model/record.ts';
import { correct } from '../../../pipeline/apply-corrections.ts';
import { correctableField } from '../../../pipeline/correctable-field.ts';
import { rescore } from '../../../pipeline/rescore.ts';
import { html } from '../../../reports/html/markup.ts';
import type { CorrectionChange, NewCorrection } from '../../../store/corrections/corrections.ts';
import type { ReviewDependencies } from '../../dependencies.ts';
import { answerPage, answerPart, answerProblem, seeOther, wantsPart } from '../../http/answer.ts';
import { type Fields, queryOf, readFields } from '../../http/fields.ts';
import type { Route, Visit } from '../../route.ts';
import { correctionForm } from '../../views/document/correction-form.ts';
import { recordContent } from '../../views/document/document-page.ts';
import { page, wordsOf } from '../../views/layout.ts';
import { numberOf } from '../../views/row-key.ts';
import { withPeople } from './document.ts';
import { type DocumentMaterial, readMaterial } from './read-document-view.ts';

/** A field of an assessment, as forms and addresses name it. */
const namedSchema = correctionSchema.unwrap().pick({ assessment: true, subject: true, field: true });

type Named = Pick<NewCorrection, 'assessment' | 'subject' | 'field'>;

type Correctable = DocumentMaterial & {
  readonly record: CheckRecord;
  readonly named: Named;
};

/** Correcting a misread cell: the form, the correction, and taking it back. The source is never edited. */
export function correctRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { store } = dependencies;
  return [
    {
      method: 'GET',
      path: '/documents/:sha256/correct',
      access: 'auditor',
      handle: async (visit) => {
        const found = await readCorrectable(visit, queryOf(visit.c), dependencies);
        const read = found && readingOf(found);
        if (found === undefined || read === undefined) return gone(visit);
        const form = correctionForm(visit, { sha256: found.document.sha256, ...found.named, read });
        if (wantsPart(visit.c)) return answerPage(visit.c, form);
        const body = html`<div class="panel">${form}</div>`;
        return answerPage(
          visit.c,
          page(visit, {
            title: wordsOf(visit).document.correctTitle,
            body,
            here: 'documents',
            width: 'narrow',
          }),
        );
      },
    },
    {
      method: 'POST',
      path: '/documents/:sha256/corrections',
      access: 'auditor',
      handle: async (visit) => {
        const fields = await readFields(visit.c);
        const found = await readCorrectable(visit, fields, dependencies);
        const read = found && readingOf(found);
        if (found === undefined || read === undefined) return gone(visit);
        const value = fields.one('nothing') === 'yes' ? null : fields.one('value').trim().slice(0, 5000);
        if (value === '') return answerProblem(visit.c, wordsOf(visit).problems.incomplete);
        const added = { ...found.named, read: read.text, value, why: fields.one('why').trim().slice(0, 500) };
        const who = visit.visitor?.name ?? '';
        const tried = correct(read.original, { ...added, who, at: '' });
        if (!tried.ok) return answerProblem(visit.c, tried.refusal.message[visit.look.language]);
        return apply(visit, found, { dependencies, change: { add: [added] } });
      },
    },
    {
      method: 'POST',
      path: '/documents/:sha256/take-back',
      access: 'auditor',
      handle: async (visit) => {
        const found = await readCorrectable(visit, await readFields(visit.c), dependencies);
        if (found === undefined) return gone(visit);
        const { assessment, subject, field } = found.named;
        const held = await store.corrections.of(found.document.sha256);
        const withdraw = held
          .filter(
            ({ correction }) =>
              correction.assessment === assessment &&
              correction.subject === subject &&
              correction.field === field,
          )
          .map(({ id }) => id);
        return apply(visit, found, { dependencies, change: { withdraw } });
      },
    },
  ];
}

async function readCorrectable(
  visit: Visit,
  fields: Fields,
  { store }: ReviewDependencies,
): Promise<Correctable | undefined> {
  const named = namedSchema.safeParse({
    assessment: fields.one('assessment'),
    subject: fields.one('subject'),
    field: fields.one('field'),
  });
  const material = await readMaterial(store, visit.c.req.param('sha256') ?? '');
  if (!named.success || material?.record === undefined) return undefined;
  return { ...material, record: material.record, named: named.data };
}

/** What the program itself read in the field, whatever was corrected since. */
function readingOf({ record, named }: Correctable) {
  const original = record.documents.flatMap(({ assessments }) => assessments)[numberOf(named.assessment) - 1];
  const field = original && correctableField(original, named);
  return original && field && { original, text: field.read ?? null, kind: field.kind };
}

type Change = Pick<CorrectionChange, 'add' | 'withdraw'>;

/** Scores the reading again with the corrections that then hold, and keeps both in one step. */
async function apply(
  visit: Visit,
  { document, record }: Correctable,
  { dependencies, change }: { readonly dependencies: ReviewDependencies; readonly change: Change },
): Promise<Response> {
  const { store } = dependencies;
  const { sha256, name } = document;
  const who = visit.visitor?.name ?? '';
  const [[base], held] = await Promise.all([store.results.history(sha256), store.corrections.of(sha256)]);
  if (base === undefined) return gone(visit);
  const at = new Date().toISOString();
  const kept = held.filter(({ id }) => !change.withdraw?.includes(id)).map(({ correction }) => correction);
  const added = (change.add ?? []).map((correction) => ({ ...correction, who, at }));
  const rescored = rescore(record, [...kept, ...added], { file: name, sha256, language: 'zh' });
  const { kind } = await store.corrections.change({ sha256, ...change, base: base.id, rescored }, who);
  if (kind === 'stale') return gone(visit);
  if (!wantsPart(visit.c)) return seeOther(visit.c, `/documents/${sha256}`);
  const material = await readMaterial(store, sha256);
  if (material === undefined) return gone(visit);
  const content = recordContent(visit, await withPeople(store, material, visit));
  return answerPart(visit.c, content, wordsOf(visit).decide.done);
}

function gone(visit: Visit): Response {
  return answerProblem(visit.c, wordsOf(visit).problems.gone, 409);
}

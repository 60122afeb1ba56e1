import type { Context } from 'hono';
import { z } from 'zod';
import { dismissReasonSchema, verdictOnFindingSchema } from '../../model/review.ts';
import { wordsIn } from '../../reports/words/index.ts';
import type { Ruling } from '../../store/reviews/reviews.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPart, answerProblem, seeOther, wantsPart } from '../http/answer.ts';
import { type Fields, readFields } from '../http/fields.ts';
import type { Route, Visit } from '../route.ts';
import { findingCard } from '../views/document/finding-card.ts';
import { wordsOf } from '../views/layout.ts';
import { numberOf, rowKey } from '../views/row-key.ts';
import { readPeople, readReviews } from './document/read-reviews.ts';

/** Everything that can be said of findings. Each answers with the finding's card, or leads back to it. */
export function decideRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { store } = dependencies;
  const { reviews } = store;
  return [
    act('decide', dependencies, async (fingerprint, fields, who) => {
      const ruling = rulingOf(fields, dependencies);
      if (ruling === undefined) return 'incomplete';
      return (await reviews.decide([fingerprint], ruling, who)).length > 0 ? 'done' : 'gone';
    }),
    act('sign', dependencies, async (fingerprint, _, who) => {
      const [signed] = await reviews.sign([fingerprint], who);
      return signed?.outcome === 'signed' ? 'done' : 'gone';
    }),
    act('undo', dependencies, async (fingerprint, _, who) =>
      (await reviews.undo(fingerprint, who)) === undefined ? 'gone' : 'done',
    ),
    act('assign', dependencies, async (fingerprint, fields, who) => {
      const assignee = fields.one('take') === 'yes' ? who : fields.one('assignee').slice(0, 60);
      const assigned = await reviews.assign([fingerprint], assignee || undefined, who);
      return assigned.length > 0 ? 'done' : 'gone';
    }),
    act('comment', dependencies, async (fingerprint, fields, who) => {
      const body = fields.one('text').trim().slice(0, 2000);
      const finding = await store.findings.get(fingerprint);
      if (body === '') return 'incomplete';
      if (finding === undefined) return 'gone';
      await reviews.comment({ sha256: finding.sha256, fingerprint }, body, who);
      return 'done';
    }),
    bulkRoute(dependencies),
  ];
}

type Outcome = 'done' | 'gone' | 'incomplete';

type Act = (fingerprint: string, fields: Fields, who: string) => Promise<Outcome>;

function act(name: string, dependencies: ReviewDependencies, perform: Act): Route {
  return {
    method: 'POST',
    path: `/findings/:fingerprint/${name}`,
    access: 'auditor',
    handle: async (visit) => {
      const { c, visitor } = visit;
      const words = wordsOf(visit);
      const fingerprint = c.req.param('fingerprint') ?? '';
      const outcome = await perform(fingerprint, await readFields(c), visitor?.name ?? '');
      if (outcome === 'incomplete') return answerProblem(c, words.problems.incomplete, 400);
      return outcome === 'done'
        ? answerCard(visit, fingerprint, dependencies)
        : answerProblem(c, words.problems.gone, 409);
    },
  };
}

async function answerCard(
  visit: Visit,
  fingerprint: string,
  { store }: ReviewDependencies,
): Promise<Response> {
  const { c } = visit;
  const own = wordsOf(visit);
  const listed = await store.findings.get(fingerprint);
  if (listed === undefined) return answerProblem(c, own.problems.gone, 409);
  if (!wantsPart(c)) return seeOther(c, `/documents/${listed.sha256}#finding-${fingerprint}`);
  const [result, reviewed, people] = await Promise.all([
    store.results.current(listed.sha256),
    readReviews(store, listed.sha256, own),
    readPeople(store),
  ]);
  const assessment = result?.assessments.find(({ id }) => id === listed.assessment);
  const finding = assessment?.findings[listed.index];
  if (assessment === undefined || finding === undefined) return answerProblem(c, own.problems.gone, 409);
  const card = findingCard(finding, reviewed.get(`${listed.assessment} ${listed.index}`), {
    visit,
    assessment,
    row: rowKey(numberOf(listed.assessment), assessment, finding.subject),
    words: wordsIn[visit.look.language],
    own,
    people,
  });
  return answerPart(c, card, own.decide.done);
}

function rulingOf(fields: Fields, { signOff }: ReviewDependencies): Ruling | undefined {
  const verdict = verdictOnFindingSchema.safeParse(fields.one('verdict'));
  if (!verdict.success) return undefined;
  const reason = dismissReasonSchema.safeParse(fields.one('reason'));
  const isDismissed = verdict.data === 'dismiss';
  if (isDismissed && !reason.success) return undefined;
  const note = fields.one('note').trim().slice(0, 500);
  return {
    verdict: verdict.data,
    people: signOff,
    ...(isDismissed && reason.success ? { reason: reason.data } : {}),
    ...(note === '' ? {} : { note }),
  };
}

const fingerprints = z.array(z.string().min(1).max(200)).min(1).max(1000);

/** One decision for many findings, or all of them taken on. */
function bulkRoute(dependencies: ReviewDependencies): Route {
  return {
    method: 'POST',
    path: '/findings/bulk',
    access: 'auditor',
    handle: async (visit) => {
      const { c, visitor } = visit;
      const fields = await readFields(c);
      const chosen = fingerprints.safeParse(fields.all('finding'));
      const isDone =
        chosen.success && (await decideAll(chosen.data, fields, { dependencies, who: visitor?.name ?? '' }));
      return isDone ? seeOther(c, fields.one('back')) : incomplete(c, visit);
    },
  };
}

async function decideAll(
  chosen: readonly string[],
  fields: Fields,
  { dependencies, who }: { readonly dependencies: ReviewDependencies; readonly who: string },
): Promise<boolean> {
  const { reviews } = dependencies.store;
  if (fields.one('verdict') === 'take') {
    await reviews.assign(chosen, who, who);
    return true;
  }
  const ruling = rulingOf(fields, dependencies);
  if (ruling === undefined) return false;
  await reviews.decide(chosen, ruling, who);
  return true;
}

function incomplete(c: Context, visit: Visit): Response {
  return answerProblem(c, wordsOf(visit).problems.incomplete, 400);
}

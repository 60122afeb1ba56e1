import type { Store } from '../../../store/open-store.ts';
import type { Comment, ReviewAct } from '../../../store/reviews/reviews.ts';
import type { ReviewEvent, ReviewedFinding } from '../../views/reviewed-finding.ts';
import type { ReviewWords } from '../../words/words.ts';

/** More findings than any document has. */
const allOfThem = 5000;

/** What people said of a document's findings: by the id of the assessment and the finding's number in it. */
export async function readReviews(
  store: Store,
  sha256: string,
  words: ReviewWords,
): Promise<ReadonlyMap<string, ReviewedFinding>> {
  const [{ findings }, decisions, comments] = await Promise.all([
    store.findings.list({ filter: { sha256 }, sort: 'document', limit: allOfThem }),
    store.reviews.decisions(sha256),
    store.reviews.comments(sha256),
  ]);
  const reviewed = await Promise.all(
    findings.map(async ({ fingerprint, state, assignee, assessment, index }) => {
      const wasTouched = state !== 'open' || assignee !== undefined;
      const acts = wasTouched ? await store.reviews.history(fingerprint) : [];
      const said = comments.filter((comment) => comment.fingerprint === fingerprint);
      const decision = decisions.find((one) => one.fingerprint === fingerprint);
      const events = eventsOf(acts, said, words);
      return [`${assessment} ${index}`, { fingerprint, state, assignee, decision, events }] as const;
    }),
  );
  return new Map(reviewed);
}

function eventsOf(
  acts: readonly ReviewAct[],
  comments: readonly Comment[],
  words: ReviewWords,
): readonly ReviewEvent[] {
  const done = acts.map((act) => ({
    who: act.who,
    at: act.at,
    kind: act.act,
    text: describeAct(act, words),
  }));
  const said = comments.map(({ who, at, body }) => ({ who, at, kind: 'comment' as const, text: body }));
  return [...done, ...said].toSorted((a, b) => a.at - b.at);
}

function describeAct({ act, verdict, reason, note, assignee }: ReviewAct, words: ReviewWords): string {
  const { decide, reasons } = words;
  const verdicts = { confirm: decide.confirm, dismiss: decide.dismiss, 'needs-source': decide.needsSource };
  const what = {
    decide: verdict === undefined ? '' : verdicts[verdict],
    sign: decide.signOff,
    assign: `${decide.assignTo} ${assignee ?? words.work.nobody}`,
    undo: decide.undo,
  }[act];
  return [what, reason === undefined ? '' : reasons[reason], note ?? ''].filter(Boolean).join(' · ');
}

/** Who findings can be assigned to. */
export async function readPeople(store: Store): Promise<readonly string[]> {
  const users = await store.accounts.users();
  return users
    .filter(({ role, disabledAt }) => role !== 'viewer' && disabledAt === undefined)
    .map(({ name }) => name);
}

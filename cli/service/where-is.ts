import path from 'node:path';
import type { Localized } from '../../model/localized.ts';
import { filesBelow } from '../../queue/intake/inbox.ts';
import { readPausedQueues } from '../../queue/paused-queues.ts';
import { presentWithin } from '../../queue/presence.ts';
import type { StoredDocument, StoredOrigin } from '../../store/documents/documents.ts';
import type { StageRecord } from '../../store/ledger/ledger.ts';
import type { Store } from '../../store/open-store.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { showDuration, showMoment } from './show-time.ts';
import { serviceWords } from './words.ts';

/** Where a document is, and why. */
export type Whereabouts = {
  readonly document: StoredDocument;
  readonly origins: readonly StoredOrigin[];
  readonly tags: readonly string[];
  readonly history: readonly StageRecord[];
  readonly findings: number | undefined;
  readonly because: Localized;
};

/** Documents shown for one name. */
const shown = 20;

/** Everything the record knows under a name or hash. */
export async function whereIs(text: string, store: Store): Promise<readonly Whereabouts[]> {
  const documents = await store.documents.find(text, shown);
  const attendance = await readAttendance(store);
  return Promise.all(documents.map((document) => whereaboutsOf(document, store, attendance)));
}

/** Which queues stand still, and which have anybody who works on them. */
type Attendance = { readonly paused: readonly string[]; readonly attended: ReadonlySet<string> };

async function readAttendance({ settings, workers }: Store): Promise<Attendance> {
  const present = await workers.list(presentWithin);
  return {
    paused: await readPausedQueues(settings),
    attended: new Set(present.flatMap(({ queues }) => queues)),
  };
}

async function whereaboutsOf(
  document: StoredDocument,
  store: Store,
  attendance: Attendance,
): Promise<Whereabouts> {
  const { sha256 } = document;
  const [origins, tags, history, result] = await Promise.all([
    store.documents.origins(sha256),
    store.documents.tags(sha256),
    store.ledger.history(sha256),
    store.results.current(sha256),
  ]);
  const findings = result?.assessments.reduce((sum, { findings: found }) => sum + found.length, 0);
  const refusal = result?.error?.messageIn;
  return {
    document,
    origins,
    tags,
    history,
    findings,
    because: because(document, { history, findings, refusal, attendance }),
  };
}

type Known = {
  readonly history: readonly StageRecord[];
  readonly findings: number | undefined;
  readonly refusal: Localized | undefined;
  readonly attendance: Attendance;
};

function because(document: StoredDocument, known: Known): Localized {
  const so = becauseOfWork(document, known);
  if (document.withdrawnAt === undefined) return so;
  const when = showMoment(document.withdrawnAt);
  return { zh: `${so.zh}；网站已于 ${when} 前撤下`, en: `${so.en}; its site had withdrawn it by ${when}` };
}

function becauseOfWork({ status }: StoredDocument, known: Known): Localized {
  const { history, attendance } = known;
  const open = history.findLast(({ state }) => state === 'waiting' || state === 'running');
  const so = describeStatus(status, known);
  if (open === undefined) return so;
  const next = describeOpen(open, attendance);
  return status === 'waiting' ? next : { zh: `${so.zh}；${next.zh}`, en: `${so.en}; ${next.en}` };
}

function describeStatus(status: StoredDocument['status'], { history, findings, refusal }: Known): Localized {
  switch (status) {
    case 'waiting':
      return { zh: '尚未处理', en: 'nothing was done yet' };
    case 'checked':
      return { zh: `已复核，疑点 ${findings ?? 0} 个`, en: `checked, ${findings ?? 0} findings` };
    case 'no-assessment':
      return { zh: '已读取，其中没有自评表', en: 'read; there is no assessment in it' };
    case 'unreadable':
      return { zh: `无法读取：${refusal?.zh ?? ''}`, en: `unreadable: ${refusal?.en ?? ''}` };
    case 'failed':
      return describeDead(history.findLast(({ state }) => state === 'dead' || state === 'dropped'));
  }
}

function describeDead(stage: StageRecord | undefined): Localized {
  const { zh = '', en = '' } = stage?.failure?.message ?? {};
  return {
    zh: `已放弃：${zh}（重试：fuhe dead retry ${stage?.id ?? ''}）`,
    en: `given up: ${en} (to try again: fuhe dead retry ${stage?.id ?? ''})`,
  };
}

function describeOpen(
  { stage, state, worker, startedAt, dueAt, attempts, failure }: StageRecord,
  { paused, attended }: Attendance,
): Localized {
  const name = serviceWords.stages[stage];
  if (state === 'running') {
    const since = showDuration(Date.now() - (startedAt ?? Date.now()));
    return {
      zh: `${name.zh}进行中：${worker ?? ''}，第 ${attempts} 次，已 ${since.zh}`,
      en: `${name.en} is running: ${worker ?? ''}, attempt ${attempts}, for ${since.en}`,
    };
  }
  if (failure !== undefined && dueAt > Date.now())
    return {
      zh: `${showMoment(dueAt)} 再试${name.zh}，因为：${failure.message.zh}`,
      en: `${name.en} is tried again at ${showMoment(dueAt)}, because: ${failure.message.en}`,
    };
  const waits = { zh: `等候${name.zh}`, en: `waits for ${name.en}` };
  if (dueAt > Date.now())
    return {
      zh: `${waits.zh}：处理它的进程多次失去联系，${showMoment(dueAt)} 再试`,
      en: `${waits.en}: programs that worked on it fell silent more than once; tried again at ${showMoment(dueAt)}`,
    };
  if (paused.includes(stage))
    return {
      zh: `${waits.zh}：队列已暂停（继续：fuhe resume ${stage}）`,
      en: `${waits.en}: the queue is paused (to go on: fuhe resume ${stage})`,
    };
  if (!attended.has(stage))
    return {
      zh: `${waits.zh}：现在没有进程在处理，请运行 fuhe serve`,
      en: `${waits.en}: no program is working on it; run fuhe serve`,
    };
  return waits;
}

/** Files that the record does not have yet, or that could not be taken in, whose name holds the text. */
export async function lookInFolders(
  text: string,
  { inbox }: LoadedConfig,
): Promise<readonly { readonly file: string; readonly because: Localized }[]> {
  const places = [
    {
      folder: inbox.folder,
      because: { zh: '在收件文件夹，尚未收取', en: 'in the drop folder, not taken yet' },
    },
    {
      folder: inbox.failed,
      because: { zh: '未能收取，原因在旁边的文件里', en: 'could not be taken in; the reason is beside it' },
    },
  ];
  const wanted = text.normalize('NFKC').toLowerCase();
  const found: { readonly file: string; readonly because: Localized }[] = [];
  for (const { folder, because: why } of places) {
    for await (const file of filesBelow(folder)) {
      const name = path.basename(file).normalize('NFKC').toLowerCase();
      if (name.includes(wanted) && !name.endsWith('.reason.txt')) found.push({ file, because: why });
    }
  }
  return found;
}

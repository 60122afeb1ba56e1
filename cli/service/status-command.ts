import type { Language } from '../../model/localized.ts';
import { openBullmqRunner } from '../../queue/bullmq/bullmq-runner.ts';
import { readPausedQueues } from '../../queue/paused-queues.ts';
import { presentWithin } from '../../queue/presence.ts';
import type { QueueName, QueueStatus } from '../../queue/runner.ts';
import { visibleLine } from '../../reports/visible-text.ts';
import type { StageCount } from '../../store/ledger/ledger.ts';
import type { Store } from '../../store/open-store.ts';
import type { Worker } from '../../store/workers/workers.ts';
import { exitStatus } from '../exit-status.ts';
import { createOutput } from '../output.ts';
import { type OpenRecord, type RecordOptions, withRecord } from './open-record.ts';
import { showDuration, showMoment } from './show-time.ts';
import { lookInFolders, type Whereabouts, whereIs } from './where-is.ts';
import { serviceWords as words } from './words.ts';

export type StatusOptions = RecordOptions & { readonly format: 'text' | 'json' };

/** How things stand; with names: where those documents are, and why. Exit status 2 where a name is not known. */
export function statusCommand(names: readonly string[], options: StatusOptions): Promise<number> {
  return withRecord(options, async (record) => {
    const { write } = createOutput(process.stdout, () => {});
    if (names.length > 0) return whereAreThey(names, { record, format: options.format, write });
    const overview = await readOverview(record);
    await write(
      options.format === 'json' ? `${JSON.stringify(overview)}\n` : overviewText(overview, record.language),
    );
    return exitStatus.fine;
  });
}

/** All that `fuhe status` tells. */
type Overview = {
  readonly stages: readonly (StageCount & { readonly oldestAgeInSeconds: number | undefined })[];
  readonly doneLastMinute: number;
  readonly doneLastHour: number;
  readonly failures: Awaited<ReturnType<Store['ledger']['failures']>>;
  readonly queues: readonly QueueStatus[] | 'in-process' | 'unreachable';
  readonly paused: readonly QueueName[];
  readonly workers: readonly Worker[];
};

async function readOverview({ config, store }: OpenRecord): Promise<Overview> {
  const { ledger } = store;
  const now = Date.now();
  const done = async (since: number): Promise<number> => {
    const ended = await ledger.endedSince(now - since);
    return ended.reduce((sum, { state, count }) => sum + (state === 'done' ? count : 0), 0);
  };
  const counts = await ledger.counts();
  return {
    stages: counts.map((count) => ({
      ...count,
      oldestAgeInSeconds: count.oldest === undefined ? undefined : Math.round((now - count.oldest) / 1000),
    })),
    doneLastMinute: await done(60_000),
    doneLastHour: await done(3_600_000),
    failures: await ledger.failures(),
    queues: config.redisUrl === undefined ? 'in-process' : await queuesAt(config.redisUrl),
    paused: await readPausedQueues(store.settings),
    workers: await store.workers.list(presentWithin),
  };
}

async function queuesAt(url: string): Promise<readonly QueueStatus[] | 'unreachable'> {
  const runner = await openBullmqRunner({
    url,
    lanes: {},
    name: 'status',
    lockFor: 60_000,
    room: 0,
    onProblem: () => {},
  });
  try {
    return await runner.status();
  } catch {
    return 'unreachable';
  } finally {
    await runner.close(0);
  }
}

function overviewText(overview: Overview, language: Language): string {
  const stages = overview.stages.map(({ stage, state, count, oldestAgeInSeconds: age }) => {
    const oldest =
      state === 'waiting' && age !== undefined
        ? `  ${words.oldest[language]} ${showDuration(age * 1000)[language]}`
        : '';
    return `${words.stages[stage][language]}  ${words.states[state][language]}  ${count}${oldest}`;
  });
  const failures = overview.failures.map(({ code, class: kind, count }) => `  ${count}  ${code}  ${kind}`);
  return [
    ...(stages.length > 0 ? stages : [words.nothingRecorded[language]]),
    words.rate(overview.doneLastMinute, overview.doneLastHour)[language],
    ...(failures.length > 0 ? [words.failures[language], ...failures] : []),
    ...queueLines(overview, language),
    ...workerLines(overview.workers, language),
    '',
  ].join('\n');
}

function queueLines({ queues, paused }: Overview, language: Language): readonly string[] {
  const nameOf = (queue: QueueName): string =>
    `${words.queueNames[queue][language]}${paused.includes(queue) ? `  ${words.paused[language]}` : ''}`;
  if (queues === 'in-process') return [words.inProcess[language], ...paused.map(nameOf)];
  if (queues === 'unreachable') return [words.redisAway[language], ...paused.map(nameOf)];
  return queues.map((status) => `${nameOf(status.queue)}  ${words.queueLine(status)[language]}`);
}

function workerLines(workers: readonly Worker[], language: Language): readonly string[] {
  if (workers.length === 0) return [];
  const lines = workers.map(({ id, queues, doing, startedAt }) => {
    const since = showDuration(Date.now() - startedAt);
    return `  ${id}  ${words.workerLine(queues, doing.length, since)[language]}`;
  });
  return [words.workers[language], ...lines];
}

type Asked = {
  readonly record: OpenRecord;
  readonly format: 'text' | 'json';
  readonly write: (text: string) => Promise<void>;
};

async function whereAreThey(names: readonly string[], { record, format, write }: Asked): Promise<number> {
  const { store, config, language } = record;
  let status: number = exitStatus.fine;
  for (const name of names) {
    const documents = await whereIs(name, store);
    const files = await lookInFolders(name, config);
    if (documents.length + files.length === 0) status = exitStatus.unreadable;
    if (format === 'json') await write(`${JSON.stringify({ name, documents, files })}\n`);
    else if (documents.length + files.length === 0)
      await write(`${words.notFound(visibleLine(name))[language]}\n`);
    else {
      for (const { file, because } of files) await write(`${visibleLine(file)}\n  ${because[language]}\n`);
      for (const document of documents) await write(whereaboutsText(document, language));
    }
  }
  return status;
}

function whereaboutsText(
  { document, origins, tags, history, because }: Whereabouts,
  language: Language,
): string {
  const places = origins.map(({ origin, firstSeen }) => {
    const place = origin.kind === 'path' ? origin.path : origin.kind === 'url' ? origin.url : origin.name;
    return `  ${words.cameFrom[language]} ${visibleLine(place)}  ${showMoment(firstSeen)}`;
  });
  const stages = history.map((stage) => {
    const failure = stage.failure === undefined ? '' : `  ${stage.failure.code}`;
    const when = showMoment(stage.endedAt ?? stage.startedAt ?? stage.queuedAt);
    return `  #${stage.id} ${words.stages[stage.stage][language]} ${stage.engine}  ${words.states[stage.state][language]}  ${when}${failure}`;
  });
  return [
    `${visibleLine(document.name)}  ${document.sha256}`,
    `  ${because[language]}`,
    ...places,
    ...(tags.length > 0 ? [`  ${words.tags[language]} ${tags.map(visibleLine).join(' / ')}`] : []),
    ...stages,
    '',
  ].join('\n');
}

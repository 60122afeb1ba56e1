import { userInfo } from 'node:os';
import { visibleLine } from '../../reports/visible-text.ts';
import type { DeadLetter } from '../../store/ledger/ledger.ts';
import type { Store } from '../../store/open-store.ts';
import { CallProblem } from '../call-problem.ts';
import { exitStatus } from '../exit-status.ts';
import { createOutput } from '../output.ts';
import { type OpenRecord, type RecordOptions, withRecord } from './open-record.ts';
import { showMoment } from './show-time.ts';
import { serviceWords as words } from './words.ts';

export type DeadOptions = RecordOptions & {
  readonly format: 'text' | 'json';
  readonly reason?: string;
};

/** What may be done with documents that were given up. */
export type DeadAction = 'list' | 'retry' | 'drop';

/** Dead letters read at once. */
const pageSize = 100;

/** Lists what was given up, or puts it back, or gives it up for good. */
export function deadCommand(
  action: DeadAction,
  ids: readonly string[],
  options: DeadOptions,
): Promise<number> {
  return withRecord(options, async (record) => {
    const { write } = createOutput(process.stdout, () => {});
    if (action === 'list') return listDead(record, options.format, write);
    const chosen = await choose(ids, record.store);
    const who = userInfo().username;
    let count = 0;
    for (const id of chosen) {
      const done =
        action === 'retry'
          ? await record.store.ledger.retry(id, who)
          : await record.store.ledger.drop(id, who, options.reason ?? '');
      if (done) count += 1;
    }
    const sentence = action === 'retry' ? words.retried(count) : words.dropped(count);
    await write(
      options.format === 'json' ? `${JSON.stringify({ count })}\n` : `${sentence[record.language]}\n`,
    );
    return count === chosen.length ? exitStatus.fine : exitStatus.unreadable;
  });
}

async function listDead(
  { store, language }: OpenRecord,
  format: 'text' | 'json',
  write: (text: string) => Promise<void>,
): Promise<number> {
  let found = 0;
  for await (const letter of allDead(store)) {
    found += 1;
    const { id, name, sha256, stage, attempts, endedAt, failure } = letter;
    if (format === 'json') await write(`${JSON.stringify(letter)}\n`);
    else
      await write(
        [
          `#${id}  ${visibleLine(name)}  ${sha256.slice(0, 12)}  ${words.stages[stage][language]} ×${attempts}  ${showMoment(endedAt ?? 0)}`,
          `  ${failure?.code ?? ''}  ${failure?.message[language] ?? ''}`,
          '',
        ].join('\n'),
      );
  }
  if (found === 0 && format === 'text') await write(`${words.noDead[language]}\n`);
  return exitStatus.fine;
}

async function* allDead({ ledger }: Store): AsyncGenerator<DeadLetter> {
  for (let before: number | undefined; ; ) {
    const page = await ledger.deadLetters({ limit: pageSize, ...(before === undefined ? {} : { before }) });
    yield* page;
    before = page.at(-1)?.id;
    if (before === undefined) return;
  }
}

async function choose(ids: readonly string[], store: Store): Promise<readonly number[]> {
  if (ids.length === 1 && ids[0] === 'all') {
    const all: number[] = [];
    for await (const { id } of allDead(store)) all.push(id);
    return all;
  }
  const wrong = ids.find((id) => !/^#?\d{1,15}$/.test(id));
  if (ids.length === 0 || wrong !== undefined)
    throw new CallProblem({
      zh: `请给出 fuhe dead list 列出的编号，或 all${wrong === undefined ? '' : `；${wrong} 不是编号`}`,
      en: `give numbers as fuhe dead list shows them, or all${wrong === undefined ? '' : `; ${wrong} is none`}`,
    });
  return ids.map((id) => Number(id.replace('#', '')));
}

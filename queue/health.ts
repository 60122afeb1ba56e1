import type { Store } from '../store/open-store.ts';
import { within } from './activity.ts';
import type { Runner } from './runner.ts';

/**
 * Whether a process can do its work. `ready` asks for the record alone: without Redis files are still taken in and recorded, and
 * are worked on once it is back.
 */
export type Health = {
  readonly ready: boolean;
  readonly record: 'up' | 'down';
  readonly queue: 'up' | 'down';
};

/** Milliseconds that an answer may take. */
const patience = 3_000;

export async function readHealth(store: Store, runner: Runner): Promise<Health> {
  const [record, queue] = await Promise.all([isUp(store.ledger.counts()), isUp(runner.status())]);
  return { ready: record === 'up', record, queue };
}

async function isUp(answer: Promise<unknown>): Promise<'up' | 'down'> {
  const given = await within(
    answer.then(
      () => 'up' as const,
      () => 'down' as const,
    ),
    patience,
  );
  return given ?? 'down';
}

import { userInfo } from 'node:os';
import { setQueueState } from '../../queue/paused-queues.ts';
import type { QueueName, QueueStatus } from '../../queue/runner.ts';
import { type RecordOptions, withRecord } from './open-record.ts';
import { serviceWords as words } from './words.ts';

/** Lets a queue stand still or go on, at all processes that work on this record. */
export function pauseCommand(
  queue: QueueName,
  { state, ...options }: RecordOptions & { readonly state: QueueStatus['state'] },
): Promise<void> {
  return withRecord(options, async ({ store, language }) => {
    await setQueueState(store.settings, { queue, state, who: userInfo().username });
    const name = words.queueNames[queue][language];
    process.stdout.write(`${name}  ${(state === 'paused' ? words.paused : words.resumed)[language]}\n`);
  });
}

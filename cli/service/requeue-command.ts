import { userInfo } from 'node:os';
import type { Store } from '../../store/open-store.ts';
import { CallProblem } from '../call-problem.ts';
import { type RecordOptions, withRecord } from './open-record.ts';
import { serviceWords as words } from './words.ts';

export type RequeueOptions = RecordOptions & { readonly format: 'text' | 'json' };

/** Documents that one name may stand for; more would hardly be meant. */
const meantAtMost = 1_000;

/** Queues what this version has not checked yet: everything, or the documents that the names stand for. */
export function requeueCommand(
  names: readonly string[],
  { format, ...options }: RequeueOptions,
): Promise<void> {
  return withRecord(options, async ({ store, language }) => {
    const who = userInfo().username;
    const count =
      names.length === 0
        ? await store.ledger.renew(who)
        : await store.ledger.renew(who, await hashesOf(names, store));
    const text = format === 'json' ? JSON.stringify({ count }) : words.requeued(count)[language];
    process.stdout.write(`${text}\n`);
  });
}

async function hashesOf(names: readonly string[], { documents }: Store): Promise<readonly string[]> {
  const hashes = new Set<string>();
  for (const name of names) {
    const found = await documents.find(name, meantAtMost);
    if (found.length === 0)
      throw new CallProblem({ zh: `记录里没有 ${name}`, en: `the record has no ${name}` });
    for (const { sha256 } of found) hashes.add(sha256);
  }
  return [...hashes];
}

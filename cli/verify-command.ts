import { cleanStore, verifyStore } from '../store/backup/verify.ts';
import { exitStatus } from './exit-status.ts';
import { callRecord } from './record-call.ts';
import type { VerifyOptions } from './record-options.ts';
import { cleaned, verified } from './record-words.ts';

/** `fuhe verify`: status 2 when anything is wrong; files that no row names are no fault. */
export async function verifyCommand(options: VerifyOptions): Promise<number> {
  return callRecord(options, async (store, language) => {
    const found = await verifyStore(store);
    process.stdout.write(`${verified(found)[language]}\n`);
    if (options.clean) process.stdout.write(`${cleaned(await cleanStore(store, found))[language]}\n`);
    return found.faults.length === 0 ? exitStatus.fine : exitStatus.unreadable;
  });
}

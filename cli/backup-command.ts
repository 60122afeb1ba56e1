import { backupStore } from '../store/backup/backup.ts';
import { exitStatus } from './exit-status.ts';
import { callRecord } from './record-call.ts';
import { backedUp } from './record-words.ts';
import type { RecordOptions } from './service/open-record.ts';

/** `fuhe backup DIR`. */
export async function backupCommand(folder: string, options: RecordOptions): Promise<number> {
  return callRecord(options, async (store, language) => {
    const done = await backupStore(store, folder);
    process.stdout.write(`${backedUp(done, folder)[language]}\n`);
    return exitStatus.fine;
  });
}

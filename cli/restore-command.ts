import { restoreStore } from '../store/backup/restore.ts';
import { exitStatus } from './exit-status.ts';
import { callRecord } from './record-call.ts';
import { restored } from './record-words.ts';
import type { RecordOptions } from './service/open-record.ts';

/** `fuhe restore DIR`. */
export async function restoreCommand(folder: string, options: RecordOptions): Promise<number> {
  return callRecord(options, async (store, language) => {
    const done = await restoreStore(store, folder);
    process.stdout.write(`${restored(done)[language]}\n`);
    return exitStatus.fine;
  });
}

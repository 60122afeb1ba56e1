import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { faultPoint } from '../../../store/fault-point.ts';
import { openStore } from '../../../store/open-store.ts';
import { finding, pathOrigin, resultOf } from '../arrivals.ts';

/** Takes in every file of a folder, checks what is due until nothing is, and may be killed at any moment. */
const [dataFolder = '', inbox = '', leaseFor = '1', databaseUrl] = process.argv.slice(2);
const store = await openStore({ dataFolder, engine: '1.0.0', ...(databaseUrl && { databaseUrl }) });

for (const name of await readdir(inbox)) {
  const file = path.join(inbox, name);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) continue;
  const stored = await store.blobs.put(bytes);
  if (!stored.ok) throw new Error(stored.refusal.code);
  await store.documents.accept({ blob: stored.value, origin: pathOrigin(name) });
  await faultPoint('test-accepted');
  await rm(file, { force: true });
}
await store.ledger.reconcile();
for (let due = await store.ledger.due('check'); due.length > 0; due = await store.ledger.due('check')) {
  for (const { id, sha256 } of due) {
    const lease = await store.ledger.start(id, `worker-${process.pid}`, Number(leaseFor));
    if (!lease) continue;
    await faultPoint('test-started');
    const outcome = { result: resultOf(sha256, [[finding()]]), record: { sha256 } };
    await store.ledger.finish(lease, outcome);
    await faultPoint('test-finished');
  }
}
await store.close();

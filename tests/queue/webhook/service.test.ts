import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { acceptFile } from '../../../queue/accept-file.ts';
import { silentLog } from '../../../queue/log.ts';
import { startService } from '../../../queue/service.ts';
import { serve } from '../../crawl/request/test-server.ts';
import { eventually } from '../eventually.ts';
import { temporaryStore } from '../store-for-test.ts';

const sample = path.join(import.meta.dirname, '../../../samples/department-cut-off.txt');

test('a service tells its hooks of the disagreements that it finds', async () => {
  const received: string[] = [];
  const receiver = await serve(async (request, response) => {
    received.push(await text(request));
    response.end();
  });
  await using place = await temporaryStore();
  const { store } = place;
  const origin = { kind: 'upload', name: '自评表.txt' } as const;
  const accepted = await acceptFile(store, { bytes: readFileSync(sample), origin, tags: [], priority: 10 });
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  const service = await startService({
    store,
    widths: { check: 1 },
    language: 'zh',
    worker: 'tester',
    reconcileEvery: 500,
    leaseFor: 3_000,
    feedEvery: 100,
    log: silentLog,
    hooks: [
      {
        name: 'audit',
        url: receiver.origin,
        secret: 'a-secret-that-both-sides-know',
        allowPrivate: ['127.0.0.1'],
      },
    ],
    tellEvery: 100,
  });
  service.wake();
  await eventually(() => expect(received.length).toBe(1));
  expect(JSON.parse(received[0] ?? '')).toMatchObject({
    document: { sha256: accepted.value.sha256, name: '自评表.txt' },
    findings: expect.arrayContaining([expect.objectContaining({ code: 'total/mismatch' })]),
  });
  await service.close(1000);
  await receiver.close();
});

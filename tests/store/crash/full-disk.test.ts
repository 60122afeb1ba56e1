import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { verifyStore } from '../../../store/backup/verify.ts';
import { openStore } from '../../../store/open-store.ts';
import { finding, resultOf } from '../arrivals.ts';

/** Kibibytes that a file may have: enough to open a store, and soon too few. */
const fileLimit = 1500;

/**
 * A process whose files cannot grow beyond a limit meets what a full disk brings, a write that fails in the middle, and needs neither
 * a disk of its own nor a right to mount one.
 */
async function fillUp(dataFolder: string): Promise<{ accepted: string[]; refused: string[] }> {
  const program = path.join(import.meta.dirname, 'full-disk-process.ts');
  const command = `ulimit -f ${fileLimit} && exec "$0" "$1" "$2"`;
  const child = spawn('bash', ['-c', command, process.execPath, program, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(said);
}

test('a disk that fills up refuses what it cannot keep, and keeps all that it has taken', async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'fuhe-full-'));
  try {
    const { accepted, refused } = await fillUp(dataFolder);
    expect(refused[0]).toBe('EFBIG');
    expect(refused.length).toBeGreaterThan(1);
    expect(accepted.length).toBeGreaterThan(3);
    const store = await openStore({ dataFolder, engine: '1.0.0' });
    for (const sha256 of accepted) expect(await store.documents.get(sha256)).toBeDefined();
    await store.ledger.reconcile();
    const waiting = await store.ledger.due('check');
    for (const { id, sha256 } of waiting) {
      const lease = await store.ledger.start(id, 'worker');
      if (lease) await store.ledger.finish(lease, { result: resultOf(sha256, [[finding()]]) });
    }
    await store.close();
    const found = await verifyStore({ dataFolder, engine: '1.0.0' });
    expect(found.faults).toEqual([]);
    expect(found.temporary).toEqual([]);
    expect(found.documents).toBe(found.results);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});

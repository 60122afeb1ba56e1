import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptFile } from '../../queue/accept-file.ts';
import { openStore, type Store } from '../../store/open-store.ts';

/** A store of a new folder, with the system's clock; gone with `await using`. */
export async function temporaryStore(databaseUrl?: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-queue-'));
  const dataFolder = path.join(folder, 'data');
  const store = await openStore({
    dataFolder,
    engine: '1.0.0',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  return {
    store,
    folder,
    dataFolder,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A table with a total; each number makes other bytes. */
export function tableText(number: number): string {
  return `项目支出绩效自评表 ${number}\n| 指标 | 分值 | 得分 |\n| --- | --- | --- |\n| 数量指标 | 60 | 55 |\n| 质量指标 | 40 | 40 |\n| 合计 | 100 | 95 |\n`;
}

/** Records a table and gives its ledger row's id and its hash. */
export async function addTable(store: Store, number: number, priority = 10) {
  const name = `自评表${number}.md`;
  const accepted = await acceptFile(store, {
    bytes: Buffer.from(tableText(number)),
    origin: { kind: 'path', name, path: `/drops/${name}` },
    tags: [],
    priority,
  });
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  return accepted.value;
}

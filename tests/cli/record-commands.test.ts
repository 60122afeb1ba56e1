import { readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { addChecked, addDocument } from '../store/arrivals.ts';
import { runFuhe, temporaryFolder } from './run-fuhe.ts';

const config = '{ "dataFolder": "data" }';

test('what was backed up is restored elsewhere and verifies', async () => {
  using place = temporaryFolder({ 'fuhe.config.json': config, 'other/fuhe.config.json': config });
  const store = await openStore({ dataFolder: place.at('data'), engine: '1.0.0' });
  await addChecked(store, 'report', [[]]);
  const from = ['--config', place.at('fuhe.config.json')];
  const to = ['--config', place.at('other/fuhe.config.json')];
  expect(await runFuhe('backup', place.at('copy'), ...from)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^已备份到 .*：文件 1 份，存档 1 个（新复制 1 个）\n$/),
  });
  await store.close();
  expect(await runFuhe('restore', place.at('copy'), ...to, '--lang', 'en')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^restored the backup of \S+: 1 documents, 1 stored files\n$/),
  });
  expect(await runFuhe('verify', ...to)).toMatchObject({
    status: 0,
    stdout: '文件 1 份，结果 1 个，存档 1 个共 6 字节；问题 0 个，无记录引用的文件 0 个\n',
  });
  expect(await runFuhe('restore', place.at('copy'), ...to)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('不是空的'),
  });
});

test('verify names what is wrong and ends with status 2', async () => {
  using place = temporaryFolder({ 'fuhe.config.json': config });
  const store = await openStore({ dataFolder: place.at('data'), engine: '1.0.0' });
  const { sha256 } = await addDocument(store, 'report');
  await store.close();
  writeFileSync(place.at(`data/blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`), 'REPORT');
  const ended = await runFuhe('verify', '--clean', '--lang', 'en', '--config', place.at('fuhe.config.json'));
  expect(ended.status).toBe(2);
  expect(ended.stdout.split('\n')).toEqual([
    `${sha256} the file is not what it was`,
    '1 documents, 0 results, 1 stored files of 6 bytes; 1 faults, 0 files that no row names',
    'removed 0 left-over files',
    '',
  ]);
});

test('where there is nothing, nothing is made', async () => {
  using place = temporaryFolder({ 'fuhe.config.json': config });
  for (const command of [['verify'], ['backup', place.at('copy')]]) {
    expect(await runFuhe(...command, '--config', place.at('fuhe.config.json'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('没有数据'),
    });
  }
  expect(await runFuhe('restore', place.at('copy'), '--config', place.at('fuhe.config.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('没有完整的备份'),
  });
  expect(readdirSync(place.folder)).not.toContain('data');
});

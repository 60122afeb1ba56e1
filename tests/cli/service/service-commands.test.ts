import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../queue/eventually.ts';
import { tableText } from '../../queue/store-for-test.ts';
import { createDatabase } from '../../servers/postgres.ts';
import { redisUrl } from '../../servers/redis.ts';
import { linesOf, runFuhe, temporaryFolder } from '../run-fuhe.ts';
import { startFuhe } from './fuhe-process.ts';

/** Runs the command line on the record of a folder. */
function commandLine(
  folder: string,
  servers: { readonly REDIS_URL?: string; readonly DATABASE_URL?: string } = {},
) {
  const config = `${folder}/fuhe.config.json`;
  writeFileSync(config, '{ "dataFolder": "./data", "logLevel": "info", "inbox": { "settleSeconds": 0.1 } }');
  const saved = { ...process.env };
  return async (...args: readonly string[]) => {
    Object.assign(process.env, { REDIS_URL: '', DATABASE_URL: '', ...servers });
    try {
      return await runFuhe(...args, '--config', config);
    } finally {
      Object.assign(process.env, saved);
    }
  };
}

describe('the commands on the record', () => {
  test('take files in, have them checked by serve, tell where they are and export the results', async () => {
    using files = temporaryFolder({ 'in/a.md': tableText(1), 'in/sub/b.md': tableText(2), 'empty/.x': '' });
    const fuhe = commandLine(files.folder);
    const serve = startFuhe(['serve', '--port', '0', '--config', files.at('fuhe.config.json')], {});
    try {
      const { port } = await serve.said('started');
      const added = await fuhe(
        'add',
        files.at('in'),
        files.at('none.pdf'),
        '--tag',
        '越秀区',
        '--format',
        'json',
      );
      expect(added.status).toBe(2);
      expect(
        added.stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).outcome),
      ).toEqual(['new', 'new', 'refused']);
      await eventually(async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
        expect(await answer.text()).toContain('fuhe_stages{stage="check",state="done"} 2');
      });
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    } finally {
      expect(await serve.end('SIGTERM')).toBe(0);
    }
    expect(serve.log().at(-1)).toMatchObject({ msg: 'stopped', closing: 'finished' });
    const known = await fuhe('add', files.at('in/a.md'), '--lang', 'en');
    expect(known.stdout).toContain('0 new, 1 known, 0 refused');
    const status = await fuhe('status', '--lang', 'zh');
    expect(status.stdout).toContain('复核  完成  2');
    const where = await fuhe('status', 'b.md');
    expect(where.stdout).toContain('已复核');
    expect(where.stdout).toContain('标签 越秀区');
    const exported = await fuhe('export');
    expect(
      linesOf(exported.stdout)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['a.md', 'b.md']);
    expect((await fuhe('status', 'nothing')).status).toBe(2);
    expect((await fuhe('requeue', '--lang', 'en')).stdout).toBe('0 queued again\n');
    expect((await fuhe('dead', 'list', '--lang', 'en')).stdout).toBe('nothing was given up\n');
  });

  test.each(['inline', 'bullmq'])('measure what queueing itself costs %s', async (runner) => {
    using files = temporaryFolder({});
    const database = await createDatabase();
    const servers = runner === 'inline' ? {} : { REDIS_URL: await redisUrl(), DATABASE_URL: database.url };
    const bench = await commandLine(files.folder, servers)('bench', 'queue', '--documents', '20');
    await database.drop();
    expect(JSON.parse(bench.stdout)).toMatchObject({ runner, documents: 20 });
    expect(JSON.parse(bench.stdout).residentInMebibytesByTenths).toHaveLength(10);
  });

  test('measure how much faster two workers are than one', async () => {
    using files = temporaryFolder({});
    const fuhe = commandLine(files.folder, { REDIS_URL: await redisUrl() });
    const bench = await fuhe('bench', 'workers', '--documents', '2');
    expect(JSON.parse(bench.stdout)).toMatchObject({ runner: 'bullmq', database: 'sqlite', documents: 2 });
    expect(JSON.parse(bench.stdout).timesAsFast).toBeGreaterThan(0);
  });

  test('say of what waits what it waits for', async () => {
    using files = temporaryFolder({ 'a.md': tableText(1) });
    const fuhe = commandLine(files.folder);
    await fuhe('add', files.at('a.md'));
    expect((await fuhe('status', 'a.md')).stdout).toContain('现在没有进程在处理，请运行 fuhe serve');
    await fuhe('pause', 'check');
    expect((await fuhe('status', 'a.md', '--lang', 'en')).stdout).toContain('fuhe resume check');
  });

  test('name what they cannot do', async () => {
    using files = temporaryFolder({});
    const fuhe = commandLine(files.folder);
    const worker = await fuhe('worker');
    expect([worker.status, worker.stderr]).toEqual([2, expect.stringContaining('REDIS_URL')]);
    const dead = await fuhe('dead', 'retry', 'x', '--lang', 'en');
    expect([dead.status, dead.stderr]).toEqual([2, expect.stringContaining('x is none')]);
    const address = await fuhe('add', 'http://127.0.0.1:9/t1.html');
    expect([address.status, address.stdout]).toEqual([2, expect.stringContaining('fuhe check')]);
    const queues = await fuhe('serve', '--queues', 'chekc');
    expect([queues.status, queues.stderr]).toEqual([2, expect.stringContaining('chekc')]);
  });
});

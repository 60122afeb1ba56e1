import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CallProblem } from '../../../cli/call-problem.ts';
import { configKeys } from '../../../cli/config/config-keys.ts';
import { loadConfig } from '../../../cli/config/load-config.ts';
import { temporaryFolder } from '../run-fuhe.ts';

async function complaintOf(text: string, environment: Readonly<Record<string, string>> = {}) {
  using files = temporaryFolder({ 'fuhe.config.json': text });
  try {
    await loadConfig({ environment, folder: files.folder });
  } catch (problem) {
    if (!(problem instanceof CallProblem)) throw problem;
    const { zh, en } = problem.sentence;
    const bare = (sentence: string) => sentence.replaceAll(`${files.folder}${path.sep}`, '');
    return { zh: bare(zh), en: bare(en) };
  }
  return undefined;
}

describe('the configuration', () => {
  test('without file and environment has a default for everything that needs one', async () => {
    using files = temporaryFolder({});
    const config = await loadConfig({ environment: {}, folder: files.folder });
    expect(config).toMatchObject({
      dataFolder: files.at('fuhe-data'),
      inbox: { folder: files.at('fuhe-data/inbox'), watch: 'events' },
      listen: { host: '127.0.0.1' },
    });
    expect(config.redisUrl).toBeUndefined();
  });

  test('may hold comments and trailing commas, and the environment wins over it', async () => {
    using files = temporaryFolder({
      'etc/a.json': '\uFEFF{\n  // where documents lie\n  "dataFolder": "../data", "logLevel": "warn",\n}',
    });
    const config = await loadConfig({
      file: 'etc/a.json',
      environment: { FUHE_LOG: 'debug', FUHE_PORT: '9000', FUHE_HOST_NAMES: 'a.cn, b.cn', REDIS_URL: '' },
      folder: files.folder,
    });
    expect(config.dataFolder).toBe(files.at('data'));
    expect(config.logLevel).toBe('debug');
    expect(config.listen).toEqual({ host: '127.0.0.1', port: 9000, names: ['a.cn', 'b.cn'] });
    expect(config.redisUrl).toBeUndefined();
  });

  test('names line and key of everything that is wrong, in both languages', async () => {
    const text = '{\n  "workers": {\n    "check": 0,\n    "chekc": 2\n  },\n  "inbox": { "watch": "no" }\n}';
    const complaint = await complaintOf(text);
    expect(complaint?.zh.split('\n')).toEqual([
      '配置有误',
      '  fuhe.config.json:6 inbox.watch：可用：events、polling、off',
      '  fuhe.config.json:3 workers.check：不得小于 1',
      '  fuhe.config.json:4 workers.chekc：没有这个键',
    ]);
    expect(complaint?.en).toContain('fuhe.config.json:4 workers.chekc: there is no such key');
  });

  test('names the variable where the environment is wrong', async () => {
    const complaint = await complaintOf('{}', { FUHE_PORT: 'eighty', REDIS_URL: 'http://here' });
    expect(complaint?.en).toContain('environment variable FUHE_PORT (listen.port): should be a number');
    expect(complaint?.zh).toContain('环境变量 REDIS_URL（redisUrl）：格式不对');
  });

  test.each([
    ['{\n  "dataFolder": "a"\n  "language": "zh"\n}', 3],
    ['{', 1],
    ['{\n  "dataFolder":\n}', 3],
  ])('names the line where %j is no JSON', async (text, line) => {
    expect((await complaintOf(text))?.en).toContain(`fuhe.config.json:${line} is not valid JSON`);
  });

  test.each(['[]', '3', 'null'])('complains about %s instead of an object', async (text) => {
    expect((await complaintOf(text, { FUHE_PORT: '1' }))?.en).toContain('should be a group of keys');
  });

  test('that was named must exist', async () => {
    using files = temporaryFolder({});
    await expect(
      loadConfig({ environment: { FUHE_CONFIG: 'none.json' }, folder: files.folder }),
    ).rejects.toThrow('ENOENT');
  });

  test('says something about every key in both languages', () => {
    const keys = configKeys();
    expect(keys.length).toBeGreaterThan(20);
    for (const { schema } of keys) expect([schema.zh, schema.en]).not.toContain('');
  });
});

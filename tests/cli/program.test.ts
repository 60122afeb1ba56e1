import { describe, expect, test } from 'vitest';
import { findingCodes } from '../../model/finding.ts';
import { runFuhe } from './run-fuhe.ts';

describe.concurrent('fuhe', () => {
  test('shows its version and its help, Chinese first', async () => {
    const [version, help] = await Promise.all([runFuhe('--version'), runFuhe('check', '--help')]);
    expect(version).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(help.status).toBe(0);
    expect(help.stdout).toMatch(/复核文件.*check files/);
  });

  test.each([
    [['check', '--fromat', 'x'], /--fromat.*--format/],
    [['check', 'a', '--format', 'x'], /--format.*“x”.*ndjson/],
    [['check', 'a', '--jobs', '0'], /--jobs.*“0”/],
    [['check'], /缺少参数/],
    [['chekc', 'a'], /没有 chekc 这个命令/],
    [['check', '--lang', 'en', '--nope'], /there is no option --nope/],
  ])('answers the wrong call %j with one sentence and status 2', async (args, sentence) => {
    const { status, stdout, stderr } = await runFuhe(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('explains a code, lists them all without one, and refuses one that is none', async () => {
    const [one, list, none] = await Promise.all([
      runFuhe('explain', 'total/mismatch', '--lang', 'en'),
      runFuhe('explain'),
      runFuhe('explain', 'total/nonsense'),
    ]);
    expect(one).toMatchObject({ status: 0, stdout: expect.stringMatching(/^total\/mismatch {2}error\n/) });
    expect(one.stdout).toMatch(/reported .*\n/);
    expect(
      list.stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...findingCodes]);
    expect(none).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('total/nonsense') });
  });

  test('publishes the schema of a result line', async () => {
    const { stdout, status } = await runFuhe('schema');
    expect(status).toBe(0);
    const schema: unknown = JSON.parse(stdout);
    expect(schema).toMatchObject({ type: 'object', properties: { assessments: {}, sha256: {} } });
  });
});

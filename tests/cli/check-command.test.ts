import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesOf, runFuhe, temporaryFolder } from './run-fuhe.ts';

/** A small assessment whose total is 2 above the sum of its scores. */
const assessmentText = [
  '项目支出绩效自评表（2023年度）',
  '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  '产出指标\t数量指标\t培训次数\t≥4次\t4次\t50\t50\t无',
  '效益指标\t社会效益指标\t覆盖率\t≥90%\t95%\t40\t40\t无',
  '满意度指标\t服务对象满意度指标\t满意度\t≥90%\t90%\t10\t8\t个别不满意',
  '总分\t\t\t\t\t100\t100\t',
  '',
].join('\n');

const ndjson = ['--format', 'ndjson'];

describe.concurrent('fuhe check', () => {
  test('gives one line a file, folders below it included, sorted by name', async () => {
    using temporary = temporaryFolder({ 'b.txt': 'b', 'a.txt': 'a', 'inner/c.txt': 'c', 'z.txt': 'z' });
    const { stdout } = await runFuhe('check', temporary.folder, ...ndjson);
    const names = linesOf(stdout).map(({ file }) => path.relative(temporary.folder, file));
    expect(names).toEqual(['a.txt', 'b.txt', path.join('inner', 'c.txt'), 'z.txt']);
  });

  test('keeps the order in which files were named', async () => {
    using temporary = temporaryFolder({ 'b.txt': 'b', 'a.txt': 'a' });
    const given = [temporary.at('b.txt'), temporary.at('a.txt')];
    const { stdout } = await runFuhe('check', ...given, ...ndjson);
    expect(linesOf(stdout).map(({ file }) => file)).toEqual(given);
  });

  test('expands a pattern that the shell left alone', async () => {
    using temporary = temporaryFolder({ 'b.txt': 'b', 'a.txt': 'a', 'c.dat': 'c' });
    const { stdout } = await runFuhe('check', temporary.at('*.txt'), ...ndjson);
    expect(linesOf(stdout).map(({ file }) => path.basename(file))).toEqual(['a.txt', 'b.txt']);
  });

  test('takes a name with brackets for the file of that name where there is one', async () => {
    using temporary = temporaryFolder({ 'a[1].txt': 'x', 'a1.txt': 'y' });
    const { stdout } = await runFuhe('check', temporary.at('a[1].txt'), ...ndjson);
    expect(linesOf(stdout).map(({ file }) => path.basename(file))).toEqual(['a[1].txt']);
  });

  test('skips what office programs and systems leave behind in folders', async () => {
    using temporary = temporaryFolder({
      '~$a.docx': 'x',
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      '.git/a': 'x',
      'a.txt': 'a',
    });
    const { stdout } = await runFuhe('check', temporary.folder, ...ndjson);
    expect(linesOf(stdout).map(({ file }) => path.basename(file))).toEqual(['a.txt']);
  });

  test('reports every name that leads to nothing and goes on, with status 2', async () => {
    using temporary = temporaryFolder({ 'a.txt': 'a', 'empty/.hidden': 'x' });
    symlinkSync(temporary.at('nowhere'), temporary.at('dangling.txt'));
    const { stdout, status } = await runFuhe(
      'check',
      temporary.at('missing.pdf'),
      temporary.at('empty'),
      temporary.at('*.none'),
      temporary.folder,
      ...ndjson,
    );
    const codes = linesOf(stdout).map(({ file, error }) => [path.basename(file), error?.code]);
    expect(codes.slice(0, 3)).toEqual([
      ['missing.pdf', 'file/not-found'],
      ['empty', 'folder/empty'],
      ['*.none', 'file/no-match'],
    ]);
    expect(codes).toContainEqual(['dangling.txt', 'file/not-found']);
    expect(codes.at(0)).not.toBeUndefined();
    expect(status).toBe(2);
  });

  test.skipIf(process.platform === 'win32')(
    'refuses a pipe and a device without waiting for them',
    async () => {
      using temporary = temporaryFolder({});
      execFileSync('mkfifo', [temporary.at('pipe.pdf')]);
      const { stdout, status } = await runFuhe('check', temporary.folder, '/dev/zero', ...ndjson);
      expect(linesOf(stdout).map(({ error }) => error?.code)).toEqual([
        'file/not-regular',
        'file/not-regular',
      ]);
      expect(status).toBe(2);
    },
  );

  test('walks a folder that links back to itself once', async () => {
    using temporary = temporaryFolder({ 'a.txt': 'a' });
    symlinkSync(temporary.folder, temporary.at('loop'));
    const { stdout } = await runFuhe('check', temporary.folder, ...ndjson);
    expect(linesOf(stdout).map(({ file }) => path.basename(file))).toEqual(['a.txt']);
  });

  test('gives the same objects as one array with --format json', async () => {
    using temporary = temporaryFolder({ 'a.txt': 'a', 'b.txt': 'b' });
    const [lines, array] = await Promise.all([
      runFuhe('check', temporary.folder, ...ndjson),
      runFuhe('check', temporary.folder, '--format', 'json'),
    ]);
    expect(JSON.parse(array.stdout)).toEqual(linesOf(lines.stdout));
  });

  test('gives a line for each of 1000 files and nothing on stderr', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [`${String(n).padStart(4, '0')}.txt`, `${n}`]),
    );
    using temporary = temporaryFolder(files);
    const { stdout, stderr } = await runFuhe('check', temporary.folder, ...ndjson);
    expect(linesOf(stdout).map(({ file }) => path.basename(file))).toEqual(Object.keys(files));
    expect(stderr).toBe('');
  });

  test('writes the reports beside its output, and does not take them for input the next time', async () => {
    using temporary = temporaryFolder({ 'a.txt': assessmentText });
    const args = ['check', temporary.folder, '--out', temporary.at('report'), ...ndjson];
    const first = await runFuhe(...args);
    expect(readdirSync(temporary.at('report')).toSorted()).toEqual([
      'findings.csv',
      'findings.xlsx',
      'index.html',
      'results.ndjson',
    ]);
    expect(readFileSync(temporary.at('report/results.ndjson'), 'utf8')).toBe(first.stdout);
    expect((await runFuhe(...args)).stdout).toBe(first.stdout);
  });

  test('says at once that the reports cannot be written', async () => {
    using temporary = temporaryFolder({ 'a.txt': 'a' });
    const { status, stdout, stderr } = await runFuhe(
      'check',
      temporary.folder,
      '--out',
      temporary.at('a.txt'),
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('a.txt')]);
  });

  test('ends with 0 whatever is found, with 1 only where --fail-on asks for it', async () => {
    using temporary = temporaryFolder({ 'a.txt': assessmentText });
    const [found, warning, error] = await Promise.all([
      runFuhe('check', temporary.folder, ...ndjson),
      runFuhe('check', temporary.folder, '--fail-on', 'warning', ...ndjson),
      runFuhe('check', temporary.folder, temporary.at('missing'), '--fail-on', 'error', ...ndjson),
    ]);
    expect(linesOf(found.stdout)[0]?.assessments[0]?.findings.map(({ code }) => code)).toContain(
      'total/mismatch',
    );
    expect([found.status, warning.status, error.status]).toEqual([0, 1, 2]);
  });

  test('closes its output and ends with 130 when it is interrupted', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`${n}.txt`, assessmentText]));
    using temporary = temporaryFolder(files);
    const main = path.join(import.meta.dirname, '../../cli/main.ts');
    const child = spawn(process.execPath, [main, 'check', temporary.folder, '--format', 'json'], {
      timeout: 20_000,
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (stdout === '') child.kill('SIGINT');
      stdout += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    const results: unknown = JSON.parse(stdout);
    expect(status).toBe(130);
    expect(Array.isArray(results) ? results.length : 0).toBeLessThan(400);
  });

  test('falls silent when its reader goes away', async () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}.txt`, `${n}`]));
    using temporary = temporaryFolder(files);
    const main = path.join(import.meta.dirname, '../../cli/main.ts');
    const child = spawn(process.execPath, [main, 'check', temporary.folder, ...ndjson], { timeout: 20_000 });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(child.signalCode).toBeNull();
  });
});

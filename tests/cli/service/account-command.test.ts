import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineVersion } from '../../../pipeline/engine-version.ts';
import { isPassword } from '../../../review/accounts/passwords.ts';
import { openStore } from '../../../store/open-store.ts';
import { temporaryFolder } from '../run-fuhe.ts';

const main = path.join(import.meta.dirname, '../../../cli/main.ts');
const files = temporaryFolder({});

/** Runs `fuhe account …` on the record of a folder of its own, with something on its standard input. */
async function account(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [main, 'account', ...args, '--lang', 'en'], {
    env: { ...process.env, DATABASE_URL: '', FUHE_DATA: files.at('data') },
    cwd: files.folder,
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, status };
}

/** Whether somebody could sign in with these. */
async function fits(name: string, password: string): Promise<boolean> {
  const store = await openStore({ dataFolder: files.at('data'), engine: engineVersion });
  const known = await store.accounts.signIn(name);
  await store.close();
  return known !== undefined && (await isPassword(password, known.passwordHash));
}

const password = 'twelve letters or more';

beforeAll(async () => {
  const added = await account(['add', '王芳', '--role', 'admin', '--password-stdin'], `${password}\nmore\n`);
  expect([added.status, added.stdout, added.stderr]).toEqual([0, '', 'saved\n']);
});

afterAll(() => files[Symbol.dispose]());

describe('fuhe account', () => {
  test('takes the first line of its input as the password, and lists who there is', async () => {
    expect(await fits('王芳', password)).toBe(true);
    expect((await account(['list'])).stdout).toBe('王芳\tadmin\tenabled\n');
  });

  test('makes a password where none is given, prints it once, and makes another when asked', async () => {
    const added = await account(['add', 'li']);
    const first = added.stdout.trim();
    expect(first).toMatch(/^[\w-]{20}$/);
    expect(await fits('li', first)).toBe(true);
    const reset = await account(['reset', 'li']);
    expect(await fits('li', first)).toBe(false);
    expect(await fits('li', reset.stdout.trim())).toBe(true);
  });

  test('changes roles, locks out and lets in, but keeps the last admin', async () => {
    await account(['add', 'chen', '--role', 'viewer']);
    await account(['role', 'chen', '--role', 'auditor']);
    await account(['disable', 'chen']);
    expect((await account(['list'])).stdout).toContain('chen\tauditor\tdisabled\n');
    await account(['enable', 'chen']);
    expect((await account(['list'])).stdout).toContain('chen\tauditor\tenabled\n');
    for (const args of [
      ['role', '王芳', '--role', 'viewer'],
      ['disable', '王芳'],
    ]) {
      const refused = await account(args);
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('one active admin')]);
    }
  });

  test.each([
    [['add'], '', 'give a name'],
    [['add', '<b>'], '', 'give a name'],
    [['add', '王芳'], '', 'this name is taken'],
    [['role', 'nobody'], '', 'no such account'],
    [['add', 'short', '--password-stdin'], 'eleven char\n', 'at least 12'],
  ])('refuses %j', async (args, input, said) => {
    const refused = await account(args, input);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(said);
  });
});

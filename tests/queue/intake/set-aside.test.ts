import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { setAside } from '../../../queue/intake/set-aside.ts';
import { temporaryFolder } from '../../cli/run-fuhe.ts';

describe('setting a file aside', () => {
  test('keeps its place among the subfolders', async () => {
    using files = temporaryFolder({ 'inbox/市/a.pdf': 'a' });
    const moved = await setAside({
      file: files.at('inbox/市/a.pdf'),
      folder: files.at('done'),
      relative: '市/a.pdf',
    });
    expect(moved).toBe(files.at('done/市/a.pdf'));
    expect(readFileSync(moved, 'utf8')).toBe('a');
    expect(readdirSync(files.at('inbox/市'))).toEqual([]);
  });

  test('overwrites nothing: the second of a name gets a number', async () => {
    using files = temporaryFolder({ 'done/a.pdf': 'first' });
    const moved: string[] = [];
    for (const text of ['second', 'third']) {
      writeFileSync(files.at('a.pdf'), text);
      moved.push(await setAside({ file: files.at('a.pdf'), folder: files.at('done'), relative: 'a.pdf' }));
    }
    expect(moved).toEqual([files.at('done/a (2).pdf'), files.at('done/a (3).pdf')]);
    expect(moved.map((file) => readFileSync(file, 'utf8'))).toEqual(['second', 'third']);
    expect(readFileSync(files.at('done/a.pdf'), 'utf8')).toBe('first');
  });

  test('completes a move that a crash left half done, without a second copy', async () => {
    using files = temporaryFolder({ 'a.pdf': 'a', 'done/x': '' });
    linkSync(files.at('a.pdf'), files.at('done/a.pdf'));
    await setAside({ file: files.at('a.pdf'), folder: files.at('done'), relative: 'a.pdf' });
    expect(readdirSync(files.at('done')).sort()).toEqual(['a.pdf', 'x']);
    expect(readdirSync(files.folder)).toEqual(['done']);
  });
});

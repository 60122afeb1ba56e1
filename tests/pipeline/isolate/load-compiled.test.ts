import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cacheOf, type LoadedScript, loadCompiled } from '../../../pipeline/isolate/load-compiled.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-joined-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Doubler = { readonly double: (value: number) => number };

const write = (name: string, code: string): void => writeFileSync(path.join(folder, `${name}.cjs`), code);

function load(name: string): {
  readonly module: Doubler | undefined;
  readonly loaded: readonly LoadedScript[];
} {
  const loaded: LoadedScript[] = [];
  const module = loadCompiled<Doubler>(folder, name, (script) => loaded.push(script));
  return { module, loaded };
}

function keepCaches(loaded: readonly LoadedScript[]): void {
  for (const { file, script } of loaded) writeFileSync(cacheOf(file), script.createCachedData());
}

test('there is nothing to load where nothing was joined', () => {
  expect(load('missing').module).toBeUndefined();
});

test('a script with the scripts and packages that it imports is loaded, and from its cache the next time', () => {
  write('factor', "exports.factor = require('node:path').sep.length + 1;");
  write('entry', "const { factor } = require('./factor.cjs'); exports.double = (value) => value * factor;");
  const first = load('entry');
  expect(first.module?.double(4)).toBe(8);
  expect(first.loaded.map(({ file }) => path.basename(file))).toEqual(['entry.cjs', 'factor.cjs']);
  keepCaches(first.loaded);
  const second = load('entry');
  expect(second.module?.double(5)).toBe(10);
  expect(second.loaded.map(({ script }) => script.cachedDataRejected)).toEqual([false, false]);
});

test('a cache that is not for the script is left aside', () => {
  write('old', 'exports.double = (value) => value + value;');
  keepCaches(load('old').loaded);
  write('old', 'exports.double = (value) => value + value; // and more');
  const { module, loaded } = load('old');
  expect(loaded.map(({ script }) => script.cachedDataRejected)).toEqual([true]);
  expect(module?.double(3)).toBe(6);
  writeFileSync(cacheOf(path.join(folder, 'old.cjs')), 'damaged');
  expect(load('old').module?.double(3)).toBe(6);
});

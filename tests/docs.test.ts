import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const pages = globSync(['*.md', 'docs/**/*.md', '*/**/README.md'], {
  cwd: root,
  exclude: (name) => ['node_modules', 'dist', 'report'].includes(name),
});
const links = pages.flatMap((page) =>
  [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ page, target })),
);

describe('documentation', () => {
  test('every link inside the project leads somewhere', () => {
    const broken = links.filter(
      ({ page, target }) => !existsSync(path.resolve(root, path.dirname(page), target)),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test('both descriptions of the project give the same commands and link the same pages', () => {
    const commands = (page: string) =>
      [...read(page).matchAll(/^npm ci && [^#\n]*[^#\s]/gm)].map(([line]) => line);
    const targets = (page: string) =>
      links
        .filter((link) => link.page === page && !link.target.startsWith('README'))
        .map(({ target }) => target);
    expect(commands('README.md')).toHaveLength(2);
    expect(commands('README.zh.md')).toEqual(commands('README.md'));
    expect(new Set(targets('README.zh.md'))).toEqual(new Set(targets('README.md')));
  });

  test('every decision stands in the list of decisions', () => {
    const present = globSync('*.md', { cwd: path.join(root, 'docs/decisions') });
    const listed = links.filter(({ page }) => page === path.join('docs', 'decisions', 'README.md'));
    expect(listed.map(({ target }) => target).sort()).toEqual(
      present.filter((name) => name !== 'README.md').sort(),
    );
  });

  test('every term of the glossary is a word of the model', () => {
    const rows = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').at(line.split('|').length === 5 ? 2 : 3) ?? '');
    const terms = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
    const model = globSync('model/*.ts', { cwd: root }).map(read).join('\n');
    const unknown = terms.filter((term) => !new RegExp(`(?<![\\w-])${term}(?![\\w-])`).test(model));
    expect(terms.length).toBeGreaterThan(40);
    expect(unknown).toEqual([]);
  });

  test('every file that the architecture page names exists', () => {
    const page = read('docs/architecture.md');
    const named = [...page.matchAll(/`([a-z-]+(?:\/[a-z-]+)*\/(?:[a-z-]+\.ts)?)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});

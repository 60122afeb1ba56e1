import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/**
 * Who may import whom, and which packages from outside; `docs/architecture.md` says why. A folder inside `extractors`
 * may use the packages listed for it alone. `node` stands for all of Node's own modules.
 */
const layers: Readonly<Record<string, { folders: readonly string[]; packages: readonly string[] }>> = {
  model: { folders: [], packages: ['zod'] },
  text: { folders: ['model'], packages: [] },
  profiles: { folders: ['model'], packages: [] },
  extractors: { folders: ['model', 'text'], packages: ['file-type', 'node'] },
  'extractors/archive': { folders: ['model', 'text'], packages: ['yauzl', '@e965/xlsx', 'node'] },
  'extractors/docx': { folders: ['model', 'text'], packages: ['cheerio'] },
  'extractors/html': { folders: ['model', 'text'], packages: ['cheerio'] },
  'extractors/xlsx': { folders: ['model', 'text'], packages: ['@e965/xlsx'] },
  'extractors/layout': { folders: ['model', 'text'], packages: [] },
  'extractors/pdf': { folders: ['model', 'text'], packages: ['@embedpdf/pdfium', 'node', 'pdfjs-dist'] },
  'extractors/plain': { folders: ['model', 'text'], packages: ['cheerio'] },
  'extractors/scan': {
    folders: ['model', 'text'],
    packages: ['node', 'onnxruntime-node', 'sharp', 'tesseract.js'],
  },
  tables: { folders: ['model', 'text'], packages: [] },
  scoring: { folders: ['model', 'text'], packages: ['decimal.js'] },
  pipeline: { folders: ['model', 'extractors', 'tables', 'profiles', 'scoring'], packages: ['node'] },
  reports: { folders: ['model', 'text'], packages: ['decimal.js', 'docx', 'echarts', 'exceljs', 'node'] },
  store: { folders: ['model'], packages: ['kysely', 'node', 'pg'] },
  queue: {
    folders: ['model', 'pipeline', 'store', 'crawl'],
    packages: ['bullmq', 'chokidar', 'croner', 'ioredis', 'node', 'pino', 'prom-client', 'zod'],
  },
  crawl: {
    folders: ['model', 'text'],
    packages: ['cheerio', 'croner', 'ipaddr.js', 'node', 'robots-parser', 'undici', 'zod'],
  },
  review: {
    folders: ['model', 'pipeline', 'queue', 'reports', 'store'],
    packages: ['@hono/node-server', 'hono', 'node', 'zod'],
  },
  'review/browser': { folders: [], packages: ['pdfjs-dist'] },
  cli: {
    folders: ['model', 'profiles', 'pipeline', 'queue', 'crawl', 'reports', 'review', 'scoring', 'store'],
    packages: ['commander', 'ioredis', 'jsonc-parser', 'node', 'zod'],
  },
};

const bannedNames = ['utils', 'common', 'helpers', 'shared', 'types', 'services', 'core'];

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) return name === 'node_modules' ? [] : sources(full);
    return name.endsWith('.ts') ? [full] : [];
  });
}

function imports(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const packageOf = (specifier: string): string => {
  if (specifier.startsWith('node:')) return 'node';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
};

const layerOf = (file: string): string => {
  const parts = path.relative(root, file).split(path.sep);
  const nested = parts.slice(0, 2).join('/');
  return nested in layers ? nested : (parts[0] ?? '');
};

const top = (file: string): string => path.relative(root, file).split(path.sep)[0] ?? '';

const files = [...new Set(Object.keys(layers).map((name) => name.split('/')[0] ?? ''))].flatMap((name) =>
  sources(path.join(root, name)),
);
const edges = files.flatMap((file) => imports(file).map((specifier) => ({ file, specifier })));

describe('architecture', () => {
  test('every layer that the table names holds files', () => {
    const empty = Object.keys(layers).filter((name) => !files.some((file) => layerOf(file) === name));
    expect(empty).toEqual([]);
  });

  test('every source folder at the top stands in the table', () => {
    const unknown = readdirSync(root)
      .filter((name) => statSync(path.join(root, name)).isDirectory() && !name.startsWith('.'))
      .filter(
        (name) =>
          ![
            'node_modules',
            'dist',
            'tests',
            'bench',
            'scripts',
            'docs',
            'samples',
            'report',
            'coverage',
            'fuhe-data',
          ].includes(name),
      )
      .filter((name) => !(name in layers));
    expect(unknown).toEqual([]);
  });

  test('folders import only what the table allows', () => {
    const wrong = edges.filter(({ file, specifier }) => {
      const layer = layerOf(file);
      const allowed = layers[layer];
      if (!allowed) return true;
      if (!specifier.startsWith('.')) return !allowed.packages.includes(packageOf(specifier));
      const target = path.resolve(path.dirname(file), specifier);
      return top(target) !== top(file) && !allowed.folders.includes(top(target));
    });
    expect(wrong.map(({ file, specifier }) => `${path.relative(root, file)} imports ${specifier}`)).toEqual(
      [],
    );
  });

  test('no module imports itself through others', () => {
    const graph = new Map<string, string[]>();
    for (const { file, specifier } of edges) {
      if (!specifier.startsWith('.')) continue;
      graph.set(file, [...(graph.get(file) ?? []), path.resolve(path.dirname(file), specifier)]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) {
        cycles.push(
          [...trail.slice(trail.indexOf(file)), file].map((step) => path.relative(root, step)).join(' → '),
        );
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) walk(file, []);
    expect(cycles).toEqual([]);
    expect(edges.length).toBeGreaterThan(20);
  });

  test('no folder has a name that says nothing', () => {
    const names = files.flatMap((file) => path.relative(root, file).split(path.sep).slice(0, -1));
    expect(names.filter((name) => bannedNames.includes(name))).toEqual([]);
  });
});

import { defineConfig } from 'rolldown';

/**
 * Joins the built modules of the child that reads documents into few scripts: a child starts for every run of `fuhe check`,
 * and resolving some hundred small modules took two thirds of its start. They are scripts, not modules, since only those can be
 * compiled beforehand (`scripts/compile-joined.ts`). Packages stay where they are, but for the one that every document needs.
 */
export default defineConfig({
  input: ['dist/pipeline/isolate/document-worker.js', 'dist/pipeline/isolate/document-handler.js'],
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && id !== 'decimal.js',
  output: {
    dir: 'dist/pipeline/isolate/joined',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  },
});

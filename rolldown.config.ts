import { defineConfig } from 'rolldown';

/**
 * Joins the built modules of the child that reads documents into few files, in place: a child starts for every run of
 * `fuhe check`, and resolving some hundred small modules took two thirds of its start. Packages stay where they are.
 */
export default defineConfig({
  input: 'dist/pipeline/isolate/document-worker.js',
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  output: { dir: 'dist/pipeline/isolate', chunkFileNames: '[name]-[hash].js' },
});

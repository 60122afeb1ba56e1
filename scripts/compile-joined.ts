import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engineFlags } from '../pipeline/isolate/child-process.ts';
import { cacheOf, type LoadedScript, loadCompiled } from '../pipeline/isolate/load-compiled.ts';
import type { RequestHandler } from '../pipeline/isolate/serve-requests.ts';

/**
 * Compiles the scripts that `rolldown.config.ts` has joined: checks the samples with them and keeps the code of every
 * function that ran beside each script. A child that finds it need not compile before it can read its first document.
 */
async function compileJoined(): Promise<void> {
  const root = path.join(import.meta.dirname, '..');
  const loaded: LoadedScript[] = [];
  const handler = loadCompiled<{ readonly handleDocument: RequestHandler }>(
    path.join(root, 'dist/pipeline/isolate/joined'),
    'document-handler',
    (script) => loaded.push(script),
  );
  if (handler === undefined) throw new Error('there are no joined scripts; build them first');
  const samples = path.join(root, 'samples');
  for (const file of readdirSync(samples)) {
    // Recognition takes so long that V8 forgets the code of everything else meanwhile; its own start is nothing beside it.
    const request = { file, language: 'zh', rubrics: 'known', ocr: 'never' };
    await handler.handleDocument(
      { kind: 'check', request, sha256: '' },
      readFileSync(path.join(samples, file)),
      () => {},
    );
  }
  for (const { file, script } of loaded) writeFileSync(cacheOf(file), script.createCachedData());
}

if (engineFlags.every((flag) => process.execArgv.includes(flag))) await compileJoined();
else {
  const run = spawnSync(process.execPath, [...engineFlags, '--no-warnings', import.meta.filename], {
    stdio: 'inherit',
  });
  if (run.status !== 0) throw new Error('the joined scripts were not compiled');
}

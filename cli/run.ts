import { enableCompileCache } from 'node:module';
import { createDocumentPool } from '../pipeline/isolate/document-pool.ts';

const args = process.argv.slice(2);
// A child takes longer to start than this program: it loads its code while the rest of this one is loaded.
const readsDocuments = args[0] === 'check' || args[0] === 'tables';
const pool = createDocumentPool({ jobs: 1, start: readsDocuments ? 'now' : 'when-needed' });
enableCompileCache();
const { runProgram } = await import('./program.ts');
try {
  process.exitCode = await runProgram(args, pool);
} catch (problem) {
  // A bug or broken machinery (a full disk): Node's own status for it, 1, would read as "findings".
  console.error(problem);
  process.exitCode = 2;
} finally {
  await pool.close();
}

#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { runProgram } = await import('./program.ts');
try {
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (problem) {
  // A bug or broken machinery (a full disk): Node's own status for it, 1, would read as "findings".
  console.error(problem);
  process.exitCode = 2;
}

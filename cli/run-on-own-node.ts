import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Runs the same command on the Node that npm brought with this project, for whoever called `dist/cli/main.js` with an older
 * one. Sets this process's exit status to that of the command, or to 2 where there is no such Node.
 */
export async function runOnOwnNode(): Promise<void> {
  const node = ownNode();
  if (node === undefined) {
    console.error(
      `fuhe 需要 Node 24 或更高版本，当前为 ${process.versions.node}；请在项目目录运行 npm ci，再用 npm run -s fuhe -- …\n` +
        `fuhe needs Node 24 or later, this is ${process.versions.node}; run npm ci in the project, then npm run -s fuhe -- …`,
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 2));
  });
}

function ownNode(): string | undefined {
  try {
    const found = createRequire(import.meta.url).resolve('node/package.json');
    const node = path.join(path.dirname(found), 'bin', 'node');
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

/**
 * Ends children whose parent is gone. A child in an endless loop cannot notice that itself, so a shell of its own session
 * keeps the list and waits on a pipe that the system closes when the parent ends, however it ends.
 */
export type Guardian = {
  readonly started: (pid: number) => void;
  readonly ended: (pid: number) => void;
  readonly close: () => void;
};

const script = `
alive=
while read -r change pid; do
  case $change in
    started) alive="$alive $pid " ;;
    ended) alive="\${alive%% $pid *} \${alive#* $pid }" ;;
  esac
done
for pid in $alive; do kill -9 "-$pid"; done
`;

const unguarded: Guardian = { started: () => {}, ended: () => {}, close: () => {} };

export function startGuardian(): Guardian {
  // Windows has neither this shell nor process groups.
  if (process.platform === 'win32') return unguarded;
  let shell: Shell | undefined;
  return {
    // The child is on its way already, which nobody should wait for; without a document it would end with its pipes.
    started: (pid) => {
      shell ??= startShell();
      shell.stdin.write(`started ${pid}\n`);
    },
    ended: (pid) => shell?.stdin.write(`ended ${pid}\n`),
    close: () => shell?.stdin.end(),
  };
}

type Shell = ChildProcessByStdio<Writable, null, null>;

function startShell(): Shell {
  const shell = spawn('/bin/sh', ['-c', script], {
    detached: true,
    env: {},
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without it children still end with their pipes; only an endless loop would outlive a killed parent.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  return shell;
}

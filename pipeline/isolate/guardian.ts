import { spawn } from 'node:child_process';

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
  const tell = (line: string): void => {
    shell.stdin.write(`${line}\n`);
  };
  return {
    started: (pid) => tell(`started ${pid}`),
    ended: (pid) => tell(`ended ${pid}`),
    close: () => shell.stdin.end(),
  };
}

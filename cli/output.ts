import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text to a stream, waiting where the reader is slower. */
export type Output = {
  readonly write: (text: string) => Promise<void>;
  /** True once the reader has gone away (`fuhe … | head`). */
  readonly isClosed: () => boolean;
};

/** An output that falls silent when its reader goes away, and calls `onClosed` once; other faults are thrown. */
export function createOutput(stream: Writable, onClosed: () => void): Output {
  let state: 'open' | 'closed' | Error = 'open';
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') state = problem;
    else if (state === 'open') {
      state = 'closed';
      onClosed();
    }
  });
  return {
    isClosed: () => state === 'closed',
    write: async (text) => {
      if (state instanceof Error) throw state;
      if (state === 'closed' || stream.write(text)) return;
      // `error` ends the wait as well; its own listener above has noted what happened.
      await once(stream, 'drain').catch(() => {});
    },
  };
}

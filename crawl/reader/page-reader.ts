import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import { skipReasons } from '../discover/skip-reasons.ts';
import type { Content, ReadContent } from './read-content.ts';

/** Reads pages in a thread of its own, one at a time: a page that hangs it or eats its memory is refused, and nothing else suffers. */
export type PageReader = {
  /** Refused with `crawl/page-limits`. */
  readonly read: (content: Content) => Promise<Result<ReadContent>>;
  readonly close: () => Promise<void>;
};

/** Largest page that is read, in bytes; larger ones are data or an attack. */
const largestPage = 8 * 1024 * 1024;

/** Milliseconds that reading one page may take: the largest takes some seconds on a slow machine. */
const usualPatience = 20_000;

/** Mebibytes: the largest page makes a tree of some hundred; what a thread needs beyond is given back with it. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 8 };

const thread = path.join(import.meta.dirname, `reader-thread${path.extname(import.meta.filename)}`);

/** Starts its thread with the first page. */
export function openPageReader(patience = usualPatience): PageReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const readNow = async (content: Content): Promise<Result<ReadContent>> => {
    worker ??= startThread();
    const ended = await answerOf(worker, content, patience);
    if (ended.kind === 'read') return accept(ended.page);
    await worker.terminate();
    worker = undefined;
    if (ended.kind === 'failed') throw ended.problem;
    return refuse('crawl/page-limits', skipReasons['crawl/page-limits']);
  };
  return {
    read: async (content) => {
      if (content.bytes.length > largestPage)
        return refuse('crawl/page-limits', skipReasons['crawl/page-limits']);
      const reading = last.then(() => readNow(content));
      last = reading.catch(() => {});
      return reading;
    },
    close: async () => {
      await last;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function startThread(): Worker {
  const worker = new Worker(thread, { resourceLimits, env: {}, stdin: false });
  // It must not keep a command alive that is done otherwise.
  worker.unref();
  return worker;
}

type Ended =
  | { readonly kind: 'read'; readonly page: ReadContent }
  | { readonly kind: 'over-limit' }
  | { readonly kind: 'failed'; readonly problem: unknown };

function answerOf(worker: Worker, content: Content, patience: number): Promise<Ended> {
  return new Promise((resolve) => {
    const end = (ended: Ended): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError);
      resolve(ended);
    };
    const onMessage = (page: ReadContent): void => end({ kind: 'read', page });
    const onError = (problem: unknown): void =>
      end(isOutOfMemory(problem) ? { kind: 'over-limit' } : { kind: 'failed', problem });
    const timer = setTimeout(() => end({ kind: 'over-limit' }), patience);
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(content);
  });
}

/** Recursion that ran out of stack is the page's depth as well. */
function isOutOfMemory(problem: unknown): boolean {
  if (problem instanceof RangeError) return true;
  return problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

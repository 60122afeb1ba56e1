import { parentPort } from 'node:worker_threads';
import { type Content, readContent } from './read-content.ts';

/** Reads one page after another, as `openPageReader` sends them. */
parentPort?.on('message', (content: Content) => {
  parentPort?.postMessage(readContent(content));
});

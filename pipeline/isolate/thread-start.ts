import { isMainThread } from 'node:worker_threads';
import { closeNetwork } from './close-network.ts';

/** Loaded first of all in each thread of a child; the main thread closes its network itself. */
if (!isMainThread) closeNetwork();

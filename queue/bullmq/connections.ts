import { Redis } from 'ioredis';

/** Milliseconds a command may take at a producer, where somebody may be waiting for the answer. */
const commandTimeout = 5_000;

/** Milliseconds after which a connection that owes an answer is given up: a network that was cut says nothing. */
const producerSilence = 10_000;

/** Milliseconds without a word on a connection that waits for one: longer than any of bullmq's blocking calls. */
const socketTimeout = 30_000;

const reconnectAfter = (attempt: number): number => Math.min(attempt * 100, 3_000);

/** Hears what becomes of a connection. */
export type LinkListener = {
  readonly failed: (problem: Error) => void;
  readonly ready: () => void;
  readonly closed: () => void;
};

/** A connection that refuses at once where Redis is away: what it would have carried is in the record. */
export function producerConnection(url: string, listener: LinkListener): Redis {
  const connection = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout,
    retryStrategy: reconnectAfter,
    connectionName: 'fuhe',
    socketTimeout: producerSilence,
    keepAlive: 10_000,
  });
  return connection.on('error', listener.failed).on('ready', listener.ready).on('close', listener.closed);
}

/** A connection that waits for Redis to come back, for as long as it takes. */
export function workerConnection(url: string, onError: (problem: unknown) => void): Redis {
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    socketTimeout,
    keepAlive: 10_000,
    retryStrategy: reconnectAfter,
  });
  return connection.on('error', onError);
}

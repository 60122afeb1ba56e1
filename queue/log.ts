import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * JSON lines on standard output, each with the time, and with `document` (its SHA-256) wherever one is meant. Written at once:
 * the last line before a crash is the one that is wanted.
 */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 1, sync: true }),
  );
}

/** A log that nobody reads. */
export const silentLog: Log = pino({ level: 'silent' });

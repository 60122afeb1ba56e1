import { hashOfSecret, newSecret } from './secrets.ts';

/** The way in where there are no accounts: an address that works once, from this machine. */
export type LocalAccess = {
  readonly kind: 'local';
  /** The path that `serve` prints behind its own address. */
  readonly path: string;
  /** True once, for the right key; the session that it opens is then known by its secret. */
  readonly enter: (key: string, sessionSecret: string) => boolean;
  readonly knows: (sessionSecret: string) => boolean;
};

/** Keys and sessions live as long as the process. */
export function createLocalAccess(): LocalAccess {
  const key = newSecret();
  const sessions = new Set<string>();
  let used = false;
  return {
    kind: 'local',
    path: `/enter?key=${key}`,
    enter: (given, sessionSecret) => {
      if (used || given !== key) return false;
      used = true;
      sessions.add(hashOfSecret(sessionSecret, 'session'));
      return true;
    },
    knows: (sessionSecret) => sessions.has(hashOfSecret(sessionSecret, 'session')),
  };
}

import { newSecret } from './secrets.ts';

/** The way to the first account of a server that others can reach: an address that only its log knows, good until there is one. */
export type FirstAccount = {
  /** The path that `serve` prints behind its own address. */
  readonly path: string;
  readonly isKey: (given: string) => boolean;
};

export function createFirstAccount(): FirstAccount {
  const key = newSecret();
  return { path: `/set-up?key=${key}`, isKey: (given) => given === key };
}

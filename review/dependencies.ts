import type { Store } from '../store/open-store.ts';
import type { LocalAccess } from './accounts/local-access.ts';

/** What the pages need of the rest; whoever serves them puts it together. */
export type ReviewDependencies = {
  readonly store: Store;
  readonly access: LocalAccess;
  /** Names under which browsers may reach this server, beside those of loopback. */
  readonly hosts: readonly string[];
  /** What the browser speaks: `https` where something in front of this server does. */
  readonly transport: 'http' | 'https';
  /** Is told of every fault of ours, for the log. */
  readonly onFault: (problem: unknown) => void;
};

import type { Store } from '../store/open-store.ts';
import type { LocalAccess } from './accounts/local-access.ts';

/** What the pages need of the rest; whoever serves them puts it together. */
export type ReviewDependencies = {
  readonly store: Store;
  /** The one-time address of a server for this machine alone, or the accounts of the record. */
  readonly access: LocalAccess | { readonly kind: 'accounts' };
  /** Names under which browsers may reach this server, beside those of loopback. */
  readonly hosts: readonly string[];
  /** What the browser speaks: `https` where something in front of this server does. */
  readonly transport: 'http' | 'https';
  /** Whether a confirmation or dismissal holds at once, or only once a second person has signed. */
  readonly signOff: 'one' | 'two';
  /** Is told of every fault of ours, for the log. */
  readonly onFault: (problem: unknown) => void;
};

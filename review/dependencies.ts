import type { Runner } from '../queue/runner.ts';
import type { Store } from '../store/open-store.ts';
import type { FirstAccount } from './accounts/first-account.ts';
import type { LocalAccess } from './accounts/local-access.ts';

/** What the pages need of the rest; whoever serves them puts it together. */
export type ReviewDependencies = {
  readonly store: Store;
  /** The one-time address of a server for this machine alone, or the accounts of the record and the way to the first of them. */
  readonly access: LocalAccess | { readonly kind: 'accounts'; readonly firstAccount?: FirstAccount };
  /** Names under which browsers may reach this server, beside those of loopback. */
  readonly hosts: readonly string[];
  /** What the browser speaks: `https` where something in front of this server does. */
  readonly transport: 'http' | 'https';
  /** Host and port by which browsers know that something in front, where it does not hand them on. */
  readonly publicHost?: string;
  /** Whether a confirmation or dismissal holds at once, or only once a second person has signed. */
  readonly signOff: 'one' | 'two';
  /** Is told when something was taken in, so that the work on it begins at once. */
  readonly onArrival?: () => void;
  /** The queues of this service; absent where the pages are served alone. */
  readonly runner?: Pick<Runner, 'status' | 'pause' | 'resume'>;
  /** Names of the sites that are crawled. */
  readonly sites?: readonly string[];
  /** Is told of every fault of ours, for the log. */
  readonly onFault: (problem: unknown) => void;
};

import type { Localized } from '../../model/localized.ts';

/** `given-up`: by the program after many tries, or because no try can help. */
export type DeliveryState = 'waiting' | 'delivered' | 'given-up';

/** The right to deliver one announcement to one hook, until the lease runs out. */
export type Delivery = {
  readonly id: number;
  readonly hook: string;
  /** Who delivers after the lease has run out has another one. */
  readonly fence: number;
  /** Tries so far, this one included. */
  readonly attempt: number;
  /** Number of the announcement: the same in every try and for every hook. */
  readonly announcement: number;
  /** The JSON that is sent, the same in every try. */
  readonly body: string;
};

/** Why a try failed; after `for-good` there is no other. */
export type DeliveryFailure = {
  readonly kind: 'passing' | 'for-good';
  readonly code: string;
  readonly message: Localized;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
};

/** A delivery as the log shows it. */
export type DeliveryRecord = {
  readonly id: number;
  readonly announcement: number;
  readonly sha256: string;
  readonly hook: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: number;
  /** When it will be tried (again), while it waits. */
  readonly dueAt: number;
  readonly endedAt: number | undefined;
  readonly status: number | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: Localized | undefined;
};

/**
 * New disagreements, told to other programs. An announcement is written in the transaction that publishes the findings, so none is
 * lost and none is made up; a delivery may come twice (its number says so), never not at all while somebody delivers.
 */
export type Webhooks = {
  /** Makes a delivery to each hook out of every announcement that has none yet; gives how many deliveries. */
  readonly spread: (hooks: readonly string[]) => Promise<number>;
  /** Takes up to `limit` deliveries that are due, for `leaseFor` milliseconds. */
  readonly take: (limit: number, leaseFor: number) => Promise<readonly Delivery[]>;
  /** False when the lease had been lost. */
  readonly delivered: (delivery: Delivery, status: number) => Promise<boolean>;
  readonly failed: (delivery: Delivery, failure: DeliveryFailure) => Promise<DeliveryState>;
  /** Removes announcements older than thirty days with their deliveries; gives how many. */
  readonly forget: () => Promise<number>;
  /** Newest first. */
  readonly log: (options?: {
    readonly limit?: number;
    readonly before?: number;
  }) => Promise<readonly DeliveryRecord[]>;
  /** Has what was given up tried again; false when it was not given up. */
  readonly retry: (id: number, who: string) => Promise<boolean>;
};

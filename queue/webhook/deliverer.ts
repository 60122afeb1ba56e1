import { createPoster, type Poster } from '../../crawl/request/poster.ts';
import type { Store } from '../../store/open-store.ts';
import { deliverDue, type Hook, type Tried } from './deliver.ts';

export type DelivererSettings = {
  readonly store: Pick<Store, 'webhooks'>;
  /** `allowPrivate`: addresses of an intranet that this hook may lead to; none unless given. */
  readonly hooks: readonly (Hook & { readonly allowPrivate?: readonly string[] })[];
  /** Milliseconds between two looks at what is due. */
  readonly pause?: number;
  readonly onTried?: (tried: Tried) => void;
  /** Is told of a fault of ours or of the store; the next look comes after the pause. */
  readonly onFault: (problem: unknown) => void;
  readonly now?: () => number;
};

export type Deliverer = {
  /** Looks at once, and resolves when everything that was due has been tried. */
  readonly look: () => Promise<void>;
  /** Stops; a try under way is broken off and comes again later. */
  readonly close: () => Promise<void>;
};

const usualPause = 5_000;

/** Milliseconds between two removals of what is old; announcements are written also where no hook is told of them. */
const forgetEvery = 6 * 3_600_000;

/** Delivers announcements for as long as it is open. Any number of processes may do so at once. */
export function openDeliverer(settings: DelivererSettings): Deliverer {
  const { hooks, store, pause = usualPause, now = Date.now } = settings;
  const stop = new AbortController();
  const posters = new Map<Hook, Poster>(
    hooks.map((hook) => [
      hook,
      createPoster({ userAgent: 'fuhe-webhook', allowPrivate: hook.allowPrivate ?? [] }),
    ]),
  );
  const posterOf = (hook: Hook): Poster => {
    const poster = posters.get(hook);
    if (poster === undefined) throw new Error(`no poster for ${hook.name}`);
    return poster;
  };
  const once = async (): Promise<void> => {
    for (let tried = 1; tried > 0 && !stop.signal.aborted; ) {
      const deliveries = await deliverDue({
        webhooks: store.webhooks,
        hooks,
        posterOf,
        now,
        signal: stop.signal,
      });
      for (const one of deliveries) settings.onTried?.(one);
      tried = deliveries.length;
    }
  };
  let looking: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    looking = looking.then(once).catch(settings.onFault);
    return looking;
  };
  const forget = (): void => {
    looking = looking.then(async () => void (await store.webhooks.forget())).catch(settings.onFault);
  };
  forget();
  const forgetting = setInterval(forget, forgetEvery);
  const timer = hooks.length === 0 ? undefined : setInterval(look, pause);
  return {
    look,
    close: async () => {
      clearInterval(timer);
      clearInterval(forgetting);
      stop.abort();
      await looking;
      for (const poster of posters.values()) await poster.close();
    },
  };
}

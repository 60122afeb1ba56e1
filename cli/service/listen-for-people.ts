import { operationPage } from '../../queue/operation-pages.ts';
import type { Service } from '../../queue/service.ts';
import { createFirstAccount } from '../../review/accounts/first-account.ts';
import { createLocalAccess } from '../../review/accounts/local-access.ts';
import { createApp, type ReviewApp } from '../../review/app.ts';
import type { ReviewDependencies } from '../../review/dependencies.ts';
import { listen } from '../../review/listen.ts';
import type { Store } from '../../store/open-store.ts';
import { mayReadMetrics } from './may-read-metrics.ts';
import type { Listener } from './operation-server.ts';

/** Where the pages are served, and to whom. */
export type PageSettings = Pick<ReviewDependencies, 'signOff' | 'sites' | 'onFault'> & {
  readonly store: Store;
  readonly service: Service;
  readonly host: string;
  readonly port: number;
  readonly names: readonly string[];
  /** What browsers use where something stands in front of this server. */
  readonly publicUrl: string | undefined;
};

/** An address with a secret that is printed once: it lets somebody in, or lets them make the first account. */
export type Entrance = { readonly kind: 'open' | 'set-up'; readonly address: string };

/** Addresses that only this machine reaches. */
const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves the pages and, in front of them, what watchers ask. Without accounts the person at this machine gets an address that lets
 * them in; where others reach the server too, one that makes the first account, and nothing else is open until there is one.
 */
export async function listenForPeople(
  settings: PageSettings,
): Promise<Listener & { readonly entrance: Entrance | undefined }> {
  const { store, service, host, names, publicUrl, signOff, sites, onFault } = settings;
  const hasAccounts = (await store.accounts.users()).length > 0;
  const access =
    hasAccounts || !loopback.includes(host)
      ? ({ kind: 'accounts', ...(!hasAccounts && { firstAccount: createFirstAccount() }) } as const)
      : createLocalAccess();
  const front = publicUrl === undefined ? undefined : new URL(publicUrl);
  const app = createApp({
    store,
    access,
    hosts: [...names, ...(front === undefined ? [] : [front.hostname])],
    transport: front?.protocol === 'https:' ? 'https' : 'http',
    ...(front && { publicHost: front.host }),
    signOff,
    ...(sites && { sites }),
    onArrival: service.wake,
    runner: service.runner,
    onFault,
  });
  const watched = withOperation(app, settings);
  const { port, close } = await listen(watched, { address: host, port: settings.port });
  const base = front?.origin ?? `http://${shownHost(settings)}:${port}`;
  return { port, close, entrance: entranceOf(access, base) };
}

function entranceOf(access: ReviewDependencies['access'], base: string): Entrance | undefined {
  if (access.kind === 'local') return { kind: 'open', address: `${base}${access.path}` };
  if (access.firstAccount === undefined) return undefined;
  return { kind: 'set-up', address: `${base}${access.firstAccount.path}` };
}

/** A name that the server takes requests for: "all addresses" is none. */
function shownHost({ host, names }: Pick<PageSettings, 'host' | 'names'>): string {
  if (host === '0.0.0.0' || host === '::') return names[0] ?? 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function withOperation(app: ReviewApp, { service, store, publicUrl }: PageSettings): ReviewApp {
  return {
    fetch: async (request, bindings) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/metrics' && !(await mayReadMetrics(request, bindings, { store, publicUrl })))
        return new Response('metrics are for this machine, or for the bearer of a token\n', { status: 401 });
      const page = await operationPage(pathname, service);
      if (page === undefined) return app.fetch(request, bindings);
      return new Response(page.body, { status: page.status, headers: { 'content-type': page.contentType } });
    },
  };
}

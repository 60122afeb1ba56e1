import { operationPage } from '../../queue/operation-pages.ts';
import type { Service } from '../../queue/service.ts';
import { createLocalAccess } from '../../review/accounts/local-access.ts';
import { createApp, type ReviewApp } from '../../review/app.ts';
import { listen } from '../../review/listen.ts';
import type { Store } from '../../store/open-store.ts';
import { CallProblem } from '../call-problem.ts';
import type { Listener } from './operation-server.ts';

/** Where the pages are served, and to whom. */
export type PageSettings = {
  readonly store: Store;
  readonly service: Service;
  readonly host: string;
  readonly port: number;
  readonly names: readonly string[];
  readonly onFault: (problem: unknown) => void;
};

/** Addresses that only this machine reaches. */
const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves the pages and, in front of them, what watchers ask. `entrance` is the address that lets the person at this machine in
 * where there are no accounts; on any other address there must be some.
 */
export async function listenForPeople(
  settings: PageSettings,
): Promise<Listener & { readonly entrance: string | undefined }> {
  const { store, service, host, names, onFault } = settings;
  const hasAccounts = (await store.accounts.users()).length > 0;
  if (!hasAccounts && !loopback.includes(host))
    throw new CallProblem({
      zh: `在 ${host} 上监听须先建账户（fuhe account add 用户名 --role admin）；或改用 127.0.0.1`,
      en: `to listen on ${host} there must be accounts first (fuhe account add NAME --role admin); or listen on 127.0.0.1`,
    });
  const access = hasAccounts ? ({ kind: 'accounts' } as const) : createLocalAccess();
  const app = createApp({
    store,
    access,
    hosts: names,
    transport: 'http',
    signOff: 'one',
    onArrival: service.wake,
    runner: service.runner,
    onFault,
  });
  const { port, close } = await listen(withOperation(app, service), { address: host, port: settings.port });
  const entrance = access.kind === 'local' ? `http://${host}:${port}${access.path}` : undefined;
  return { port, close, entrance };
}

function withOperation(app: ReviewApp, service: Service): ReviewApp {
  return {
    fetch: async (request, bindings) => {
      const page = await operationPage(new URL(request.url).pathname, service);
      if (page === undefined) return app.fetch(request, bindings);
      return new Response(page.body, { status: page.status, headers: { 'content-type': page.contentType } });
    },
  };
}

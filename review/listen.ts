import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { ReviewApp } from './app.ts';

export type Listening = {
  readonly address: string;
  readonly port: number;
  /** Stops taking requests, ends those that last (event streams), and resolves when all are gone. */
  readonly close: () => Promise<void>;
};

/** Listens on an address of this machine; port 0 is any free one. Rejects where the port is taken. */
export function listen(
  app: ReviewApp,
  { address, port }: { readonly address: string; readonly port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: address, port }, (info: AddressInfo) => {
      server.off('error', reject);
      resolve({ address: info.address, port: info.port, close });
    });
    server.once('error', reject);
    const close = () =>
      new Promise<void>((closed, failed) => {
        server.close((problem) => (problem ? failed(problem) : closed()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}

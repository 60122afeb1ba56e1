import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { operationPage } from '../../queue/operation-pages.ts';
import type { Service } from '../../queue/service.ts';

/** Something that listens, and where. */
export type Listener = { readonly port: number; readonly close: () => Promise<void> };

/** Answers `/metrics`, `/healthz` and `/readyz`, and nothing else. Rejects where the port is taken. */
export async function listenForOperation(
  service: Service,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listener> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    answer(path, service, response).catch(() => response.writeHead(500).end());
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(path: string, service: Service, response: ServerResponse): Promise<void> {
  const page = await operationPage(path, service);
  if (page === undefined) response.writeHead(404).end();
  else response.writeHead(page.status, { 'content-type': page.contentType }).end(page.body);
}
